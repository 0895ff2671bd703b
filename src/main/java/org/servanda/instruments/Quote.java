package org.servanda.instruments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Language;
import org.servanda.text.Span;

/** A quotation: exact words of a text and their position. */
@Schema(description = "Exact words of a text, and where they stand.")
public record Quote(
        @Schema(required = true, description = "Language of the text.") Language lang,
        @Schema(required = true, description = "The words, exactly as they stand.") String text,
        @Schema(
                        description =
                                "First code point, counted from 0 in the cleaned text; in the raw file where the text is not shipped.")
                Integer start,
        @Schema(description = "One past the last code point, counted likewise.") Integer end) {

    public Quote at(Span span) {
        return new Quote(lang, text, span.start(), span.end());
    }
}
