package org.servanda.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.servanda.text.Language;

/**
 * The fixed words of documents, in one language.
 *
 * @param pageContent the number of a page and of all pages, as a value of CSS
 * @param fonts in the order in which they are asked for a character; in Chinese fonts, the quotation marks and apostrophes
 *     that both languages share are as wide as a Chinese character
 * @param days how a day is written, as a pattern of Java
 */
record DocumentMessages(
        String asOf,
        String knownAt,
        String revision,
        String filter,
        String none,
        String address,
        String pageContent,
        String fonts,
        String days,
        String digestRule) {

    private static final DocumentMessages ZH = new DocumentMessages(
            "截至",
            "已知于",
            "修订号",
            "筛选",
            "无",
            "地址",
            "'第 ' counter(page) ' / ' counter(pages) ' 页'",
            "'Noto Sans SC', 'Noto Sans'",
            "uuuu年M月d日",
            "sha256 是各行 ndjson 形式（每行一条 JSON 记录，以换行符结尾，UTF-8 编码，顺序与此处相同）的 SHA-256 摘要。"
                    + "以同一地址取得 ndjson 格式并计算其 SHA-256，即可核对。");
    private static final DocumentMessages EN = new DocumentMessages(
            "As of",
            "Known at",
            "Revision",
            "Filter",
            "none",
            "Address",
            "'Page ' counter(page) ' / ' counter(pages)",
            "'Noto Sans', 'Noto Sans SC'",
            "d MMMM uuuu",
            "sha256 is the SHA-256 of the rows in their ndjson form: one JSON record a line, ended by a line feed, in"
                    + " UTF-8, in the order of this workbook. To check it, get the same address as ndjson and digest that.");

    static DocumentMessages in(Language language) {
        return language == Language.zh ? ZH : EN;
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(days, Locale.ENGLISH).format(day);
    }

    /** To the second; the revision beside it is exact. */
    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(days + " HH:mm:ss 'UTC'", Locale.ENGLISH)
                .format(moment.atOffset(ZoneOffset.UTC));
    }
}
