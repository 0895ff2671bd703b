package org.servanda.text;

import java.util.Objects;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in Chinese and English. A missing language is null, never empty. Whether a text has a visible character is
 * checked where texts are received ({@link Characters#anyVisible}); texts that are already stored must stay readable.
 */
@Schema(description = "The same text in Chinese and English. A missing language is absent, never an empty string.")
@JsonDeserialize(using = BilingualReader.class)
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

    /** The English text if there is one, else the Chinese text. */
    public String either() {
        return en == null ? zh : en;
    }

    public boolean complete() {
        return zh != null && en != null;
    }

    /**
     * Merges two texts: each language of the stated text, or of the earlier text where the stated text lacks it; null
     * when both are null.
     */
    public static Bilingual merged(Bilingual earlier, Bilingual stated) {
        if (earlier == null || stated == null) return stated == null ? earlier : stated;
        return new Bilingual(stated.zh == null ? earlier.zh : stated.zh, stated.en == null ? earlier.en : stated.en);
    }

    /** The languages in which a stated text differs from the known text; null when there is none. */
    public static Bilingual difference(Bilingual stated, Bilingual known) {
        if (stated == null || known == null) return stated;
        return only(stated, !Objects.equals(stated.zh, known.zh), !Objects.equals(stated.en, known.en));
    }

    /** A text in some of its languages; null when it has none of them. */
    public static Bilingual only(Bilingual text, boolean inChinese, boolean inEnglish) {
        String chinese = text == null || !inChinese ? null : text.zh;
        String english = text == null || !inEnglish ? null : text.en;
        return chinese == null && english == null ? null : new Bilingual(chinese, english);
    }

    private static boolean blank(String text) {
        return text != null && text.isBlank();
    }
}
