package org.servanda.reports;

/** The limit of rows that all printed reports have, and the note that tells of it. */
public final class PdfNotes {

    /** The most rows of a printed report: it is laid out in memory, and people read no more. */
    public static final int MOST_ROWS = 2_000;

    private PdfNotes() {}

    /** The note that a list is shortened, and which formats have the complete list. */
    public static String shortened(long listed, long all, Labels labels) {
        return labels.message("print.shortened", listed, all);
    }
}
