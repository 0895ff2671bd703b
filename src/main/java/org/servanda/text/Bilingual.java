package org.servanda.text;

import java.util.Objects;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One text in Chinese and English. A language that is missing is absent, never empty. That there is something to see in it is
 * asked where texts come in ({@link Characters#anyVisible}); what is kept already must stay readable.
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

    /** The English text where there is one, else the Chinese. */
    public String either() {
        return en == null ? zh : en;
    }

    public boolean complete() {
        return zh != null && en != null;
    }

    /** The languages of one text, and of another where the first has none; null when neither has any. */
    public static Bilingual merged(Bilingual former, Bilingual stated) {
        if (former == null || stated == null) return stated == null ? former : stated;
        return new Bilingual(stated.zh == null ? former.zh : stated.zh, stated.en == null ? former.en : stated.en);
    }

    /** The languages in which a text says something else than another one; null when there is none. */
    public static Bilingual beyond(Bilingual stated, Bilingual known) {
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
