package org.servanda.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static java.util.Map.entry;

/** Synonyms of our words that are written very differently, so that no edit distance would find them. */
final class Synonyms {

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            // Country codes, and the names of the languages in other standards and in use.
            entry("cn", "zh"),
            entry("ch", "zh"),
            entry("chi", "zh"),
            entry("zho", "zh"),
            entry("chs", "zh"),
            entry("chinese", "zh"),
            entry("中文", "zh"),
            entry("汉语", "zh"),
            entry("eng", "en"),
            entry("english", "en"),
            entry("gb", "en"),
            entry("uk", "en"),
            entry("us", "en"),
            entry("英文", "en"),
            entry("英语", "en"),
            entry("excel", "xlsx"),
            entry("spreadsheet", "xlsx"),
            entry("jsonl", "ndjson"),
            entry("jsonlines", "ndjson"),
            entry("zip", "bundle"));

    private Synonyms() {}

    /** The known word that a synonym stands for; a language with a script or a country is the language. */
    static Optional<String> find(String word, Collection<String> known) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        String language = plain.replaceFirst("[-_].*", "");
        return Optional.ofNullable(SYNONYMS.get(plain))
                .or(() -> known.contains("zh")
                        ? Optional.of(SYNONYMS.getOrDefault(language, language))
                        : Optional.empty())
                .filter(known::contains);
    }
}
