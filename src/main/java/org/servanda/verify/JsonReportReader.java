package org.servanda.verify;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads report.json row by row and compares it with what it must say. */
final class JsonReportReader {

    private final JsonReader json;
    private final Manifest manifest;

    /** The fields beside {@code items}. */
    private final Map<String, Object> envelope = new LinkedHashMap<>();

    private int row;

    JsonReportReader(MemberStream member, Manifest manifest) throws IOException {
        this.manifest = manifest;
        json = new JsonReader(Utf8.reader(member), member.name());
        json.expect('{');
        String field = json.fieldName();
        while (!field.equals("items")) {
            readEnvelope(field);
            json.expect(',');
            field = json.fieldName();
        }
        json.expect('[');
    }

    private void readEnvelope(String field) throws IOException {
        if (envelope.put(field, json.value(1)) != null)
            throw new RefusedException(json.place(), "has the field " + field + " twice");
    }

    void requireRow(StatusRow expected) throws IOException {
        if (row > 0) json.expect(',');
        row++;
        if (json.takeIf(']'))
            throw new RefusedException(
                    "report.json row " + row, "is missing: " + expected.text("code") + " is expected");
        Object value = json.value(2);
        String place = json.place() + ", row " + row + " (" + expected.text("code") + ")";
        JsonObject found = JsonObject.of(value, place);
        for (String name : found.names())
            if (!StatusRow.COLUMNS.contains(name))
                throw new RefusedException(place + " " + name, "is no column of the report");
        for (String column : StatusRow.COLUMNS) {
            Object cell = expected.cells().get(column);
            if (cell instanceof LocalDate || cell instanceof Instant) cell = cell.toString();
            if (!Objects.equals(found.value(column), cell))
                throw new RefusedException(
                        place + " column " + column,
                        "says " + CanonicalJson.shown(found.value(column)) + ", by the entries it is "
                                + CanonicalJson.shown(cell));
        }
    }

    void requireEnd(int rows) throws IOException {
        if (!json.takeIf(']'))
            throw new RefusedException(json.place(), "goes on behind the " + rows + " rows of manifest.json");
        while (json.takeIf(',')) readEnvelope(json.fieldName());
        json.expect('}');
        json.requireEnd();
        JsonObject fields = new JsonObject(envelope, "report.json");
        fields.exactly("report", "title", "lang", "asOf", "knownAt", "revision", "filter", "address", "rows");
        fields.text("title");
        fields.require("report", manifest.report());
        fields.require("lang", manifest.lang());
        fields.require("asOf", manifest.asOf().toString());
        fields.require("knownAt", manifest.knownAt().toString());
        fields.require("filter", manifest.filter());
        fields.require("address", manifest.address());
        if (fields.number("revision") != manifest.revision())
            throw new RefusedException("report.json revision", "is not " + manifest.revision());
        if (fields.number("rows") != rows) throw new RefusedException("report.json rows", "is not " + rows);
    }
}
