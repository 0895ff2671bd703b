package org.servanda.progress;

/** Limits for the length of the texts that people write about progress, the same for all of them. */
public final class TextLimits {

    /** In characters, for each language: of a narrative, a rationale, a reason or a note. */
    public static final int LONGEST_NARRATIVE = 4_000;

    private TextLimits() {}
}
