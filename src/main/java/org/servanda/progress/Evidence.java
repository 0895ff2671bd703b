package org.servanda.progress;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** Something outside the register that backs a report. */
@Schema(description = "Something outside the register that backs a report.")
public record Evidence(
        @Schema(
                        required = true,
                        description = "Where it is found; http or https. The register never fetches it.",
                        examples = "https://www.example.org/press/2026/academy",
                        maxLength = LONGEST_URL)
                String url,
        @Schema(required = true, description = "Its title, in a language in which it has one.") Bilingual title,
        @Schema(required = true, description = "Who published it.", maxLength = LONGEST_NAME) String publisher,
        @Schema(description = "Language of the document (BCP 47).", examples = "th") String language,
        @Schema(description = "The day it was published.") LocalDate publishedOn,
        @Schema(required = true, description = "When it was looked at.") Instant retrievedAt,
        @Schema(required = true, description = "Whose evidence it is.") SourceClass sourceClass,
        @Schema(description = "The words that show it.") Bilingual quote,
        @Schema(description = "SHA-256 of the document as it was retrieved, lower-case hexadecimal.") String sha256) {

    static final int LONGEST_URL = 2_000;
    static final int LONGEST_NAME = 200;
}
