package org.servanda.reports.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field of a commitment that differs between two read points. */
@Schema(name = "ReportedChange", description = "One difference between two coordinates.")
record ChangeRow(
        @Schema(required = true, description = "Code of the commitment.") String code,
        @Schema(required = true, description = "Code of the instrument it stands in.") String instrument,
        @Schema(description = "Short title in Chinese.") String titleZh,
        @Schema(description = "Short title in English.") String titleEn,
        @Schema(required = true, description = "Whether it entered the filter, left it, or is another than it was.")
                ChangeKind change,
        @Schema(
                        required = true,
                        description =
                                "The field that differs, as the status report names it; status where it entered or left.")
                String field,
        @Schema(description = "The value at the earlier coordinates, as in a csv; absent when there was none.")
                String before,
        @Schema(description = "The value at the later coordinates, as in a csv; absent when there is none.")
                String after,
        @Schema(description = "What the earlier value is called, where it is a word of a list.") String beforeLabel,
        @Schema(description = "What the later value is called, where it is a word of a list.") String afterLabel,
        @Schema(
                        required = true,
                        description =
                                "Number of the ledger entry that made the later state known; the earlier one where it left.")
                long entry) {

    /** How a commitment differs. */
    enum ChangeKind {
        entered,
        left,
        changed
    }
}
