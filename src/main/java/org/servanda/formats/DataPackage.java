package org.servanda.formats;

import java.util.List;

import org.servanda.formats.Column.Type;
import org.servanda.text.JsonText;

/**
 * The description of a csv as a Frictionless tabular data package, version 1: where the file is, which bytes it has,
 * and what its fields are.
 */
public final class DataPackage {

    static final String RULE = "Fields of type string are guarded against formulas: a text that begins with"
            + " = + - @ (also ＝ ＋ － ＠), be it behind white space or what cannot be seen, or with TAB CR or ', has one ' in front."
            + " Readers take one leading ' away to get the text as it is."
            + " Other types are untouched. An empty cell is an absent value.";
    private static final String LIST_RULE =
            "Several words, joined with \";\"; a \";\" or \"\\\" inside a word has a \"\\\" in front. Each word is guarded.";

    /** A csv that was written: its name, and what is known of its bytes. The digest is SHA-256 in hexadecimal. */
    public record Csv(String path, long bytes, String sha256, long rows) {}

    private record Package(
            String profile,
            String name,
            String title,
            String description,
            String asOf,
            String knownAt,
            long revision,
            String filter,
            String address,
            List<Table> resources) {}

    private record Table(
            String name,
            String path,
            String profile,
            String title,
            String format,
            String mediatype,
            String encoding,
            String hash,
            long bytes,
            long rows,
            Dialect dialect,
            TableSchema schema) {}

    private record Dialect(
            String delimiter,
            String lineTerminator,
            String quoteChar,
            boolean doubleQuote,
            boolean skipInitialSpace,
            boolean header,
            String csvddfVersion) {}

    private record TableSchema(List<Field> fields, List<String> missingValues) {}

    private record Field(String name, String type, String format, String description) {}

    private DataPackage() {}

    /** The text of datapackage.json. */
    public static String of(ReportHeading heading, Columns columns, Csv csv) {
        String name = "servanda-" + heading.report();
        return JsonText.write(new Package(
                        "tabular-data-package",
                        name,
                        heading.title(),
                        RULE,
                        heading.asOf().toString(),
                        heading.knownAt().toString(),
                        heading.revision(),
                        heading.filter(),
                        heading.address(),
                        List.of(new Table(
                                heading.report(),
                                csv.path(),
                                "tabular-data-resource",
                                heading.title(),
                                Format.csv.name(),
                                Format.csv.mediaType(),
                                "utf-8",
                                "sha256:" + csv.sha256(),
                                csv.bytes(),
                                csv.rows(),
                                new Dialect(",", "\r\n", "\"", true, false, true, "1.2"),
                                new TableSchema(
                                        columns.all().stream()
                                                .map(DataPackage::field)
                                                .toList(),
                                        List.of(""))))))
                + "\n";
    }

    private static Field field(Column column) {
        String description =
                column.type() == Type.list ? (column.description() + " " + LIST_RULE).strip() : column.description();
        return new Field(
                column.name(),
                type(column.type()),
                // The default of datetime knows no fractions of a second, and ours have them.
                column.type() == Type.time ? "any" : "default",
                description.isEmpty() ? null : description);
    }

    private static String type(Type type) {
        return switch (type) {
            case text, list -> "string";
            case integer -> "integer";
            case date -> "date";
            case time -> "datetime";
            case bool -> "boolean";
        };
    }
}
