package org.servanda.verify;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A reader of CSV (RFC 4180) without any leniency: commas, CR LF, quotes only around a whole cell. */
final class CsvReader {

    private final Reader reader;
    private final Supplier<String> place;

    /** @param place of the line that is read, for refusals */
    CsvReader(Reader reader, Supplier<String> place) {
        this.reader = reader;
        this.place = place;
    }

    /** The cells of the next line; null behind the last one. */
    List<String> next() throws IOException {
        try {
            int c = reader.read();
            if (c < 0) return null;
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            while (true) {
                c = c == '"' ? quoted(cell) : unquoted(cell, c);
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\r' && reader.read() == '\n') return cells;
                if (c != ',') throw refused("must end with CR LF");
                c = reader.read();
            }
        } catch (CharacterCodingException e) {
            throw refused("is not UTF-8");
        }
    }

    private RefusedException refused(String why) {
        return new RefusedException(place.get(), why);
    }

    /** @return the character behind the cell */
    private int unquoted(StringBuilder cell, int first) throws IOException {
        int c = first;
        for (; c >= 0 && c != ',' && c != '\r'; c = reader.read()) {
            if (c == '"' || c == '\n') throw refused("has a quote or line break outside of quotes");
            cell.append((char) c);
        }
        return c;
    }

    /** @return the character behind the closing quote */
    private int quoted(StringBuilder cell) throws IOException {
        while (true) {
            int c = reader.read();
            if (c < 0) throw refused("ends within quotes");
            if (c == '"') {
                c = reader.read();
                if (c != '"') return c;
            }
            cell.append((char) c);
        }
    }
}
