package org.servanda.verify;

import java.util.HashMap;
import java.util.Map;

/** The labels of areas and of the words of vocabularies, as the last entry about each says them. */
final class Labels {

    private final String lang;
    private final Map<String, JsonObject> areas = new HashMap<>();
    private final Map<String, Map<String, JsonObject>> vocabularies = new HashMap<>();

    /** @param lang {@code zh} or {@code en} */
    Labels(String lang) {
        this.lang = lang;
    }

    void learn(Entry entry) {
        JsonObject view = entry.body().object("view");
        if (entry.subjectType().equals("area")) {
            areas.put(entry.code(), view.object("label"));
            return;
        }
        Map<String, JsonObject> words = new HashMap<>();
        for (Object value : view.list("values")) {
            JsonObject word = JsonObject.of(value, entry.place() + " body values");
            words.put(word.text("code"), word.object("label"));
        }
        vocabularies.put(entry.code(), words);
    }

    String area(String code) {
        return text(areas.get(code), code);
    }

    String word(String vocabulary, String word) {
        return text(vocabularies.getOrDefault(vocabulary, Map.of()).get(word), word);
    }

    /** The label in the language of the report, else in the other language, else the code. */
    private String text(JsonObject label, String code) {
        if (label == null) return code;
        String first = label.textOr(lang);
        String second = label.textOr(lang.equals("zh") ? "en" : "zh");
        return first != null ? first : second != null ? second : code;
    }
}
