package org.servanda.cycles;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.web.BodyValidation;

/** The fields of a cycle that can be changed until it is closed, as the document that a merge patch is applied to. */
@Schema(name = "CyclePatch", description = "What is to be changed about a cycle, as JSON Merge Patch (RFC 7396).")
record CycleDocument(
        @Schema(description = "What it is called; both languages.") Bilingual title,
        @Schema(description = "The days of which reports are to speak.") Period period,
        @Schema(description = "From which day on reports are asked for.") LocalDate opensOn,
        @Schema(description = "The day by which they are to be there.") LocalDate dueOn,
        @Schema(
                        description =
                                "true closes it: the register as of the last day of its period, as known now, is what was seen. It stays closed.")
                Boolean closed,
        @Schema(description = "Why it is changed.", maxLength = BodyValidation.MAX_REASON_LENGTH) String reason) {

    static CycleDocument of(CycleBody body) {
        return new CycleDocument(body.title(), body.period(), body.opensOn(), body.dueOn(), false, null);
    }

    boolean closes() {
        return Boolean.TRUE.equals(closed);
    }

    CycleBody body(CycleBody current) {
        return new CycleBody(
                current.code(), title, current.instruments(), current.mechanism(), period, opensOn, dueOn, false);
    }
}
