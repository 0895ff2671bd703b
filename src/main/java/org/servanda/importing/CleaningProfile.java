package org.servanda.importing;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.text.Messages;
import org.servanda.vocabularies.VocabularyView;

/** Cleaning profile: the named steps that turn a fetched file into a text, so that a reader can repeat them. */
record CleaningProfile(
        @Schema(required = true) String code,
        @Schema(required = true) Bilingual title,
        @Schema(required = true) Steps steps) {

    record Steps(@Schema(required = true) List<String> zh, @Schema(required = true) List<String> en) {}

    /** The profiles as a vocabulary, so that they are read like every other list of words. */
    static VocabularyView vocabulary(List<CleaningProfile> profiles) {
        return new VocabularyView(
                "cleaningProfile",
                Messages.of("cleaningProfile.label"),
                Messages.of("cleaningProfile.definition"),
                profiles.stream().map(CleaningProfile::word).toList());
    }

    private VocabularyView.Word word() {
        return new VocabularyView.Word(
                code, title, new Bilingual(String.join("\n", steps.zh), String.join("\n", steps.en)));
    }
}
