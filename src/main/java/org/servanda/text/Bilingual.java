package org.servanda.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One text in Chinese and English. A language that is missing is absent, never empty. */
@Schema(description = "The same text in Chinese and English. A missing language is absent, never an empty string.")
public record Bilingual(
        @Schema(description = "Chinese, simplified characters (BCP 47 zh-Hans).") String zh,
        @Schema(description = "English.") String en) {

    public Bilingual {
        if (zh == null && en == null) throw new IllegalArgumentException("neither zh nor en is given");
        if (blank(zh) || blank(en)) throw new IllegalArgumentException("an empty text; leave the language out instead");
    }

    public String in(Language language) {
        return language == Language.zh ? zh : en;
    }

    /** The English text where there is one, else the Chinese. */
    public String either() {
        return en == null ? zh : en;
    }

    public boolean complete() {
        return zh != null && en != null;
    }

    private static boolean blank(String text) {
        return text != null && text.isBlank();
    }
}
