package org.servanda.visibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table as people read it: for each thing a word for each kind of caller. */
record VisibilityTable(Map<String, Map<String, Cell>> rows) {

    private static final String HEADING = "## What stays visible to whom";

    /** What a caller gets of a thing; the page explains the words. */
    enum Cell {
        shown,
        hidden,
        hash,
        refused
    }

    static VisibilityTable read() throws IOException {
        List<List<String>> lines = new ArrayList<>();
        boolean here = false;
        for (String line : Files.readAllLines(Path.of("SECURITY.md"))) {
            if (line.startsWith("## ")) here = line.equals(HEADING);
            else if (here && line.startsWith("| "))
                lines.add(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
        }
        List<String> callers = lines.get(0);
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != callers.size()) throw new IllegalStateException("a cell too few or too many: " + line);
            Map<String, Cell> cells = new LinkedHashMap<>();
            for (int i = 1; i < line.size(); i++) cells.put(callers.get(i), Cell.valueOf(line.get(i)));
            if (rows.put(line.get(0), cells) != null) throw new IllegalStateException("twice: " + line.get(0));
        }
        return new VisibilityTable(rows);
    }
}
