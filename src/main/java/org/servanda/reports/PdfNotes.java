package org.servanda.reports;

/** What all printed reports have in common. */
public final class PdfNotes {

    /** A printed report is read by people, and laid out in memory. */
    public static final int MOST_ROWS = 2_000;

    private PdfNotes() {}

    /** Says that a list is not whole, and where the whole one is. */
    public static String shortened(long listed, long all, Labels labels) {
        return labels.say(
                "以下仅列出 " + all + " 行中的前 " + listed + " 行；完整清单见同一地址的 csv 或 xlsx 格式。",
                "Only the first " + listed + " of " + all
                        + " rows are listed here; the same address gives all of them as csv or xlsx.");
    }
}
