package org.servanda.reports;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.commitments.CommitmentScan;
import org.servanda.commitments.CommitmentSelection;
import org.servanda.commitments.FilterParameters;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;

@Path(ReportResource.PATH)
@Tag(name = "Reports", description = "Reports for auditors and ministers, in formats that agree with each other.")
@Transactional
class ReportResource {

    static final String PATH = "/api/v1/reports";

    private static final String WRITTEN =
            "The report. Its address pinned to these coordinates gives the same rows for ever.";

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final ReportStreaming reportStreaming;
    private final StatusReport status;
    private final ChangesReport changes;
    private final CoverageReport coverage;

    ReportResource(
            ReadPoints readPoints,
            CommitmentScan scan,
            ReportStreaming reportStreaming,
            StatusReport status,
            ChangesReport changes,
            CoverageReport coverage) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.reportStreaming = reportStreaming;
        this.status = status;
        this.changes = changes;
        this.coverage = coverage;
    }

    @GET
    @Path("/status")
    @Operation(
            operationId = "reportStatus",
            summary = "Where every commitment stands, as a file",
            description = "Every commitment of the filter, in the order of codes.")
    @APIResponse(
            responseCode = "200",
            description = WRITTEN,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatusRow.class)))
    public Response status(
            @BeanParam FilterParameters filter,
            @BeanParam ReportParameters form,
            @BeanParam BundleParameters bundle,
            @BeanParam TimeParameters time,
            @Context HttpHeaders headers) {
        CommitmentSelection selection = scan.of(filter, readPoints.at(time));
        OutputOptions options = OutputOptions.of(form, headers.getHeaderString(HttpHeaders.ACCEPT), ReportFormat.ALL);
        Report<StatusRow> report = status.of(selection, options.lang());
        bundle.check(options.format());
        return options.format() == ReportFormat.bundle
                ? reportStreaming.bundle(report, options, bundle.since())
                : reportStreaming.answer(report, options);
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "reportChanges",
            summary = "What differs between two coordinates, as a file",
            description = "What differs, in the order of codes.")
    @APIResponse(
            responseCode = "200",
            description = WRITTEN,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeRow.class)))
    public Response changes(
            @BeanParam BaselineParameters since,
            @BeanParam FilterParameters filter,
            @BeanParam ReportParameters form,
            @BeanParam TimeParameters time,
            @Context HttpHeaders headers) {
        ReadPoint given = since.coordinates(readPoints, time);
        ReadPoint at = readPoints.at(time);
        ReadPoint from = since.before(at, given);
        CommitmentSelection selection = scan.of(filter, at);
        OutputOptions options =
                OutputOptions.of(form, headers.getHeaderString(HttpHeaders.ACCEPT), ReportFormat.TABLES);
        return reportStreaming.answer(changes.of(from, selection, options.lang()), options);
    }

    @GET
    @Path("/coverage")
    @Operation(
            operationId = "reportCoverage",
            summary = "What was reported of all that there is, and what is missing, as a file",
            description = "All, then by instrument, area and party.")
    @APIResponse(
            responseCode = "200",
            description = WRITTEN,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageRow.class)))
    public Response coverage(
            @BeanParam FilterParameters filter,
            @BeanParam ReportParameters form,
            @BeanParam TimeParameters time,
            @Context HttpHeaders headers) {
        CommitmentSelection selection = scan.of(filter, readPoints.at(time));
        OutputOptions options =
                OutputOptions.of(form, headers.getHeaderString(HttpHeaders.ACCEPT), ReportFormat.TABLES);
        return reportStreaming.answer(coverage.of(selection, options.lang()), options);
    }
}
