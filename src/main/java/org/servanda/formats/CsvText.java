package org.servanda.formats;

import java.util.ArrayList;
import java.util.List;

import org.servanda.text.Characters;

/**
 * Texts and lists as csv cells, protected against formula injection. A spreadsheet reads a cell that begins with one of
 * {@code = + - @}, tab or CR as a formula; with East Asian settings also their full-width forms; and some skip white space and
 * invisible characters before it. Such a text gets an apostrophe in front. A text that begins with an apostrophe gets one too,
 * so that a reader removes exactly one apostrophe and has the original text. Stated a second time, independently, in
 * {@code org.servanda.verify.CsvCell}.
 */
public final class CsvText {

    private static final String RISKY = "=+-@＝＋－＠";
    private static final char GUARD = '\'';

    private CsvText() {}

    public static String guard(String text) {
        if (text.isEmpty()) return text;
        char first = text.charAt(0);
        boolean guarded = first == GUARD || first == '\t' || first == '\r' || RISKY.indexOf(firstSeen(text)) >= 0;
        return guarded ? GUARD + text : text;
    }

    /** The first visible character; 0 if there is none. */
    private static int firstSeen(String text) {
        return text.codePoints().filter(Characters::visible).findFirst().orElse(0);
    }

    public static String unguard(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD ? cell.substring(1) : cell;
    }

    /** A list as a cell. Each word is guarded, since a spreadsheet that splits lines at semicolons makes each word a cell. */
    static String cell(List<String> words) {
        return join(words.stream().map(CsvText::guard).toList());
    }

    /** Joined with ";". A semicolon or backslash inside a word, which no code has, gets a backslash in front. */
    public static String join(List<String> words) {
        StringBuilder cell = new StringBuilder();
        for (String word : words) {
            if (!cell.isEmpty()) cell.append(';');
            cell.append(word.replace("\\", "\\\\").replace(";", "\\;"));
        }
        return cell.toString();
    }

    /** The words of a joined text; none for an empty text. */
    public static List<String> split(String cell) {
        List<String> words = new ArrayList<>();
        if (cell.isEmpty()) return words;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ';') {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c == '\\' && i + 1 < cell.length() ? cell.charAt(++i) : c);
            }
        }
        words.add(word.toString());
        return words;
    }
}
