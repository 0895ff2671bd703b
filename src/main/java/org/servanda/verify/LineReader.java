package org.servanda.verify;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** Reads the lines of a member; each line ends with a line feed. */
final class LineReader {

    private static final int LONGEST_LINE = 1 << 24;

    private final String name;
    private final Reader reader;
    private int line;

    LineReader(MemberStream member) {
        name = member.name();
        reader = Utf8.reader(member);
    }

    String place() {
        return name + " line " + line;
    }

    /** The next line without its line feed; null behind the last one. */
    String next() throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        try {
            for (int c = reader.read(); c != '\n'; c = reader.read()) {
                if (c < 0 && text.length() == 0) return null;
                if (c < 0) throw new RefusedException(place(), "does not end with a line feed");
                if (text.length() == LONGEST_LINE) throw new RefusedException(place(), "is too long");
                text.append((char) c);
            }
        } catch (CharacterCodingException e) {
            throw new RefusedException(place(), "is not UTF-8");
        }
        return text.toString();
    }

    void requireEnd() throws IOException {
        if (next() != null) throw new RefusedException(place(), "is one too many: nothing refers to it");
    }
}
