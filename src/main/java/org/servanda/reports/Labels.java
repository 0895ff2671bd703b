package org.servanda.reports;

import java.util.Map;

import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/**
 * Labels of codes in the language of a report, as known at its read point. A code without a label is its own label.
 *
 * @param vocabularies labels of the vocabularies themselves
 * @param words labels by vocabulary and word
 */
public record Labels(
        Language lang,
        Map<String, Bilingual> instruments,
        Map<String, Bilingual> areas,
        Map<String, Bilingual> parties,
        Map<String, Bilingual> vocabularies,
        Map<String, Map<String, Bilingual>> words) {

    /** A copy with titles of instruments. */
    Labels with(Map<String, Bilingual> titles) {
        return new Labels(lang, titles, areas, parties, vocabularies, words);
    }

    /** A copy in another language. */
    public Labels in(Language language) {
        return new Labels(language, instruments, areas, parties, vocabularies, words);
    }

    public String instrument(String code) {
        return in(instruments.get(code), code);
    }

    public String area(String code) {
        return in(areas.get(code), code);
    }

    public String party(String code) {
        return in(parties.get(code), code);
    }

    String vocabulary(String code) {
        return in(vocabularies.get(code), code);
    }

    /** @param vocabulary code of the vocabulary that has the word, such as {@code status} */
    public String word(String vocabulary, Enum<?> word) {
        return word == null ? null : word(vocabulary, word.name());
    }

    public String word(String vocabulary, String word) {
        return in(words.getOrDefault(vocabulary, Map.of()).get(word), word);
    }

    /** A text of the program in the language of the report; see {@link Messages#in}. */
    public String message(String key, Object... arguments) {
        return Messages.in(lang, key, arguments);
    }

    /** The text in the language of the report, or else the text in the other language; empty when both are null. */
    public String text(String zh, String en) {
        return zh == null && en == null ? "" : in(new Bilingual(zh, en), "");
    }

    private String in(Bilingual text, String otherwise) {
        if (text == null) return otherwise;
        return text.in(lang) == null ? text.either() : text.in(lang);
    }
}
