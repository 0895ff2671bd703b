package org.servanda.instruments;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.text.Language;

/** The metadata of a text version: where its copy comes from and how it was cleaned. */
@Schema(
        name = "TextVersion",
        description = "One language version of an instrument: where it was read and how it was cleaned.")
public record TextVersionView(
        @Schema(required = true, description = "Language of the text.") Language lang,
        @Schema(required = true, description = "Title in that language.") String title,
        @Schema(description = "Who published the copy that was read.") String publisher,
        @Schema(description = "Address of that copy.") String sourceUrl,
        @Schema(description = "Day on which that copy was published.") LocalDate publishedOn,
        @Schema(description = "Day on which it was fetched.") LocalDate retrievedOn,
        @Schema(required = true, description = "SHA-256 of the file as fetched, lower-case hexadecimal.")
                String rawSha256,
        @Schema(required = true, description = "Length of the file as fetched, in Unicode code points.")
                int rawCodePoints,
        @Schema(required = true, description = "Name of the cleaning steps that turned the file into the text.")
                String cleaningProfile,
        @Schema(required = true, description = "Whose publication the copy is.") Authenticity authenticity,
        @Schema(required = true, description = "How much of the document the text holds.") Completeness completeness,
        @Schema(
                        required = true,
                        description = "Whether the register ships the text; a press report's is not ours to ship.")
                boolean shipped,
        @Schema(description = "A remark, such as where the text is cut off.") Bilingual note) {}
