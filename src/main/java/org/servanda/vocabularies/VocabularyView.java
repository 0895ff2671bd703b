package org.servanda.vocabularies;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** A vocabulary in responses and in the database. */
@Schema(name = "Vocabulary", description = "A closed word list: the values a field can have and what they mean.")
public record VocabularyView(
        @Schema(required = true, description = "Name of the list, mostly the field that uses it.", examples = "status")
                String code,
        @Schema(required = true, description = "Short name.") Bilingual label,
        @Schema(required = true, description = "What the list is about.") Bilingual definition,
        @Schema(required = true, description = "The words, in their usual order.") List<Word> values) {

    @Schema(name = "VocabularyWord", description = "A word of the list.")
    public record Word(
            @Schema(
                            required = true,
                            description = "The word as fields and parameters hold it.",
                            examples = "in_progress")
                    String code,
            @Schema(required = true, description = "Short name to show.") Bilingual label,
            @Schema(required = true, description = "Exactly when the word applies.") Bilingual definition) {}
}
