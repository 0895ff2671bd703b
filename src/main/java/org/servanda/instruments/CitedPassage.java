package org.servanda.instruments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Language;
import org.servanda.text.Sha256;
import org.servanda.text.Span;

/**
 * A citation: an exact span of a text version, with everything needed to find it again and to see that it is unchanged.
 */
@Embeddable
@Schema(
        name = "CitedPassage",
        description = "An exact span of a text version, with everything needed to find it again.")
public record CitedPassage(
        @Enumerated(EnumType.STRING)
                @Column(length = 2, nullable = false)
                @Schema(required = true, description = "Language of the text version.")
                Language lang,
        @Column(length = 100, nullable = false)
                @Schema(
                        required = true,
                        description = "Place in the document's structure.",
                        examples = "sec_III__para_2")
                String eid,
        @Column(length = 20_000, nullable = false)
                @Schema(required = true, description = "The words, exactly as they stand.")
                String exact,
        @Column(name = "start_at", nullable = false)
                @Schema(
                        required = true,
                        description =
                                "First code point, counted from 0 in the cleaned text; in the raw file where the text is not shipped.")
                int start,
        @Column(name = "end_at", nullable = false)
                @Schema(required = true, description = "One past the last code point, counted likewise.")
                int end,
        @Column(length = 64, nullable = false)
                @Schema(required = true, description = "SHA-256 of the words as UTF-8, lower-case hexadecimal.")
                String sha256) {

    public static CitedPassage of(Language lang, String eid, String exact, Span span) {
        return new CitedPassage(lang, eid, exact, span.start(), span.end(), Sha256.sha256(exact));
    }
}
