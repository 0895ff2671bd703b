package org.servanda.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static java.util.Map.entry;

/** Words that people use for a word of ours which is written quite otherwise, so that no distance would find it. */
final class Synonyms {

    private static final Map<String, String> MEANT = Map.ofEntries(
            // The code of the country, and what other standards and people call the language.
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

    /** What is meant by a word, where that is among the known ones; a language with a script or a country is the language. */
    static Optional<String> meant(String word, Collection<String> known) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        String language = plain.replaceFirst("[-_].*", "");
        return Optional.ofNullable(MEANT.get(plain))
                .or(() -> known.contains("zh") ? Optional.of(MEANT.getOrDefault(language, language)) : Optional.empty())
                .filter(known::contains);
    }
}
