package org.servanda.formats;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.servanda.formats.PdfDocument.Bar;

/** A piece of a document below its title. */
sealed interface PdfBlock {

    void write(XhtmlBuilder builder);

    /** Text; line breaks are kept. */
    record Paragraph(String text) implements PdfBlock {

        @Override
        public void write(XhtmlBuilder builder) {
            builder.leaf("p", text);
        }
    }

    /** Bars with their labels and numbers, the longest as wide as there is room. */
    record Chart(String title, List<Bar> bars) implements PdfBlock {

        @Override
        public void write(XhtmlBuilder builder) {
            long longest =
                    bars.stream().map(Bar::count).max(Comparator.naturalOrder()).orElse(0L);
            builder.leaf("h2", title).open("table", "class", "chart").open("tbody");
            for (Bar bar : bars) {
                builder.open("tr").leaf("td", bar.label(), "class", "label").open("td");
                if (bar.count() > 0)
                    builder.leaf("div", "", "class", "bar", "style", "width: " + share(bar.count(), longest) + "%");
                builder.close()
                        .leaf("td", Long.toString(bar.count()), "class", "count")
                        .close();
            }
            builder.close().close();
        }

        /** Width of a bar in percent, at least 1, so that every count can be seen. */
        private static long share(long count, long longest) {
            return Math.max(1, Math.round(100.0 * count / longest));
        }
    }

    /** Rows under headers that are repeated on every page. Widths are relative to each other. */
    record Table(String title, List<String> headers, List<Integer> widths, List<List<String>> rows)
            implements PdfBlock {

        public Table {
            if (widths.size() != headers.size())
                throw new IllegalArgumentException(headers.size() + " headers, " + widths.size() + " widths");
            for (List<String> row : rows)
                if (row.size() != headers.size())
                    throw new IllegalArgumentException(headers.size() + " headers, a row of " + row.size());
        }

        @Override
        public void write(XhtmlBuilder builder) {
            int whole = widths.stream().mapToInt(Integer::intValue).sum();
            List<String> kinds =
                    IntStream.range(0, headers.size()).mapToObj(this::kind).toList();
            builder.leaf("h2", title)
                    .open("table", "class", "list")
                    .open("thead")
                    .open("tr");
            for (int c = 0; c < headers.size(); c++) {
                String width = "width: " + 100.0 * widths.get(c) / whole + "%";
                builder.leaf("th", headers.get(c), "scope", "col", "class", kinds.get(c), "style", width);
            }
            builder.close().close().open("tbody");
            for (List<String> row : rows) {
                builder.open("tr");
                for (int c = 0; c < row.size(); c++)
                    builder.leaf("td", row.get(c) == null ? "" : row.get(c), "class", kinds.get(c));
                builder.close();
            }
            builder.close().close();
        }

        /** The class of a column in the style sheet, by the form of its cells. */
        private String kind(int column) {
            // A dash means that there is no value.
            if (all(column, "-?\\d+|—")) return "number";
            if (all(column, "\\d{4}-\\d{2}-\\d{2}|—")) return "day";
            return "words";
        }

        private boolean all(int column, String form) {
            List<String> cells = rows.stream()
                    .map(row -> row.get(column))
                    .filter(Objects::nonNull)
                    .toList();
            return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches(form));
        }
    }
}
