package org.servanda.instruments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Language;

/** A passage in responses. */
@Schema(
        name = "Passage",
        description = "A passage of an instrument. All passages of a language together are its whole text.")
public record PassageView(
        @Schema(
                        required = true,
                        description = "Place in the document's structure; the same for both languages.",
                        examples = "sec_III__para_2")
                String eid,
        @Schema(required = true, description = "Language of the text version.") Language lang,
        @Schema(required = true, description = "What it is within the document.") PassageKind kind,
        @Schema(required = true, description = "The words, exactly as they stand.") String exact,
        @Schema(
                        required = true,
                        description =
                                "First code point, counted from 0 in the cleaned text; in the raw file where the text is not shipped.")
                int start,
        @Schema(required = true, description = "One past the last code point.") int end,
        @Schema(required = true, description = "SHA-256 of the words as UTF-8, lower-case hexadecimal.") String sha256,
        @Schema(description = "Code of the commitment it carries, when it carries one.") String commitment) {}
