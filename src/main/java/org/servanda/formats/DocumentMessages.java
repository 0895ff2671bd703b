package org.servanda.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.servanda.text.Language;
import org.servanda.text.Messages;

/** The fixed words of printed documents and workbooks, in one language. */
record DocumentMessages(Language language) {

    String asOf() {
        return text("print.asOf");
    }

    String knownAt() {
        return text("print.knownAt");
    }

    String revision() {
        return text("print.revision");
    }

    String filter() {
        return text("print.filter");
    }

    String noFilter() {
        return text("print.noFilter");
    }

    String address() {
        return text("print.address");
    }

    String digestRule() {
        return text("workbook.digestRule");
    }

    /** The number of a page and of all pages, as a value of the CSS property {@code content}. */
    String pageContent() {
        String page = "' counter(page) '";
        String pages = "' counter(pages) '";
        return "'" + Messages.in(language, "print.page", page, pages) + "'";
    }

    /**
     * Font families, in the order in which a character is looked for; a value of the CSS property {@code font-family}. In
     * Chinese fonts, the quotation marks and apostrophes that both languages share are as wide as a Chinese character.
     */
    String fonts() {
        return switch (language) {
            case zh -> "'Noto Sans SC', 'Noto Sans'";
            case en -> "'Noto Sans', 'Noto Sans SC'";
        };
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("print.dayPattern"), Locale.ENGLISH)
                .format(day);
    }

    /** A moment in UTC, to the second; the revision beside it is exact. */
    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(text("print.dayPattern") + " HH:mm:ss 'UTC'", Locale.ENGLISH)
                .format(moment.atOffset(ZoneOffset.UTC));
    }

    private String text(String key) {
        return Messages.in(language, key);
    }
}
