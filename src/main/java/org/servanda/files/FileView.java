package org.servanda.files;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file in responses. */
@Schema(name = "File", description = "A file that was uploaded as evidence, as the side that uploaded it recorded it.")
public record FileView(
        @Schema(required = true, description = "SHA-256 of its bytes, lower-case hexadecimal: its name here.")
                String sha256,
        @Schema(required = true, description = "Its media type.", examples = "application/pdf") String mediaType,
        @Schema(required = true, description = "Its size in bytes.") long size,
        @Schema(required = true, description = "The name that side gave it.") String name,
        @Schema(required = true, description = "Address of its bytes.") String content,
        @Schema(required = true, description = "Who uploaded it, as the ledger names it.") String uploadedBy,
        @Schema(required = true, description = "When it was uploaded (UTC).") Instant uploadedAt,
        @Schema(required = true, description = "Number of its entry in the ledger.") long entry) {

    static String address(String sha256) {
        return "/api/v1/files/" + sha256;
    }
}
