package org.servanda.reports.delivery;

import java.util.Map;
import java.util.TreeMap;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import org.servanda.reports.Report;

/** Adds to the contract what all reports have: the other formats, and the headers and trailers of a file. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ReportContract implements OASFilter {

    private static final String HEAD = ReportEnvelope.class.getSimpleName();
    private static final String JSON = ReportFormat.json.mediaType();

    private static final Map<ReportFormat, String> FORMATS = Map.of(
            ReportFormat.ndjson,
            "One item a line.",
            ReportFormat.csv,
            "RFC 4180, UTF-8; the fields of an item in their order. A text that begins with = + - @ TAB CR or ' has one"
                    + " ' in front.",
            ReportFormat.xlsx,
            "A workbook: the rows, what is said about them, what their fields mean.",
            ReportFormat.pdf,
            "A document to print, tagged.",
            ReportFormat.datapackage,
            "A Frictionless data package that describes the csv: its digest, its size, its fields.",
            ReportFormat.bundle,
            "A zip: the report as csv and json, the ledger's entries that its rows follow from, their proofs, the signed"
                    + " checkpoint, and a program that checks it all offline.");

    @Override
    public void filterOpenAPI(OpenAPI openAPI) {
        Components components = openAPI.getComponents();
        Schema head = components.getSchemas().get(HEAD);
        openAPI.getPaths().getPathItems().forEach((path, item) -> {
            if (!path.startsWith(Report.ADDRESS)) return;
            wrap(item.getGET(), head, components);
            complete(path, item);
        });
        components.removeSchema(HEAD);
        // Sorted by name, as the schemas were before.
        components.schemas(new TreeMap<>(components.getSchemas()));
    }

    /** Wraps the row that an operation names into a report: the response is a report with such rows. */
    private static void wrap(Operation operation, Schema head, Components components) {
        MediaType json =
                operation.getResponses().getAPIResponse("200").getContent().getMediaType(JSON);
        Schema report = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(firstSentence(operation.getDescription()));
        head.getProperties().forEach(report::addProperty);
        head.getRequired().forEach(report::addRequired);
        report.addProperty(
                        "items",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The rows.")
                                .items(json.getSchema()))
                .addRequired("items");
        report.addProperty(
                        "rows",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int64")
                                .description("How many rows there are."))
                .addRequired("rows");
        String name = operation.getOperationId().replaceFirst("^report", "") + "Report";
        components.addSchema(name, report);
        json.schema(OASFactory.createSchema().ref("#/components/schemas/" + name));
    }

    /** It says what the rows are; the sentences behind it are about the operation. */
    private static String firstSentence(String description) {
        return description.substring(0, description.indexOf(". ") + 1);
    }

    private static void complete(String path, PathItem item) {
        APIResponse answer = item.getGET().getResponses().getAPIResponse("200");
        for (ReportFormat format : ReportFormat.values()) {
            boolean offered = path.endsWith("/status") || ReportFormat.TABLES.contains(format);
            if (!offered || !FORMATS.containsKey(format)) continue;
            Schema schema = OASFactory.createSchema()
                    .addType(format == ReportFormat.datapackage ? Schema.SchemaType.OBJECT : Schema.SchemaType.STRING)
                    .description(FORMATS.get(format));
            answer.getContent()
                    .addMediaType(
                            format.mediaType(), OASFactory.createMediaType().schema(schema));
        }
        answer.addHeader("Content-Disposition", text("Name of the file: report, day and revision (RFC 6266)."));
        answer.addHeader(
                ReportStreaming.ROWS,
                text(
                        "How many rows there are: a trailer behind the last byte, a header where the answer names its length."));
        answer.addHeader(
                ReportStreaming.DIGEST, text("The SHA-256 of the whole answer (RFC 9530), in the same place."));
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
