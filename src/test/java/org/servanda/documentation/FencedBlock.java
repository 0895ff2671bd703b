package org.servanda.documentation;

import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a Markdown file.
 *
 * @param line where its fence opens, counted from 1
 * @param info what stands behind the fence, such as bash or json; empty for none
 * @param next the first line behind it that is not blank, 0 when there is none
 */
record FencedBlock(int line, String info, String text, int next) {

    private static final String FENCE = "```";

    /** All of a file, in order. Refuses one that is not closed. */
    static List<FencedBlock> of(List<String> lines) {
        List<FencedBlock> all = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at).startsWith(FENCE)) {
                at++;
                continue;
            }
            int close = at + 1;
            while (close < lines.size() && !lines.get(close).equals(FENCE)) close++;
            if (close == lines.size()) throw new IllegalArgumentException("line " + (at + 1) + " opens no block");
            int next = close + 1;
            while (next < lines.size() && lines.get(next).isBlank()) next++;
            all.add(new FencedBlock(
                    at + 1,
                    lines.get(at).substring(FENCE.length()).strip(),
                    String.join("\n", lines.subList(at + 1, close)),
                    next < lines.size() ? next + 1 : 0));
            at = close + 1;
        }
        return List.copyOf(all);
    }
}
