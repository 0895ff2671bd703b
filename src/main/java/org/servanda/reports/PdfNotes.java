package org.servanda.reports;

/** What all printed reports have in common. */
public final class PdfNotes {

    /** A printed report is read by people, and laid out in memory. */
    public static final int MOST_ROWS = 2_000;

    private PdfNotes() {}

    /** Says that a list is not whole, and where the whole one is. */
    public static String shortened(long listed, long all, Labels labels) {
        return labels.message("print.shortened", listed, all);
    }
}
