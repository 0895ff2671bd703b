package org.servanda.reports.changes;

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

import org.servanda.commitments.search.CommitmentScan;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.commitments.search.FilterParameters;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.reports.Report;
import org.servanda.reports.delivery.OutputOptions;
import org.servanda.reports.delivery.ReportFormat;
import org.servanda.reports.delivery.ReportParameters;
import org.servanda.reports.delivery.ReportStreaming;

@Path(Report.ADDRESS + "/changes")
@Tag(name = "Reports")
@Transactional
class ChangesReportResource {

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final ChangesReport report;
    private final ReportStreaming streaming;

    ChangesReportResource(ReadPoints readPoints, CommitmentScan scan, ChangesReport report, ReportStreaming streaming) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.report = report;
        this.streaming = streaming;
    }

    @GET
    @Operation(
            operationId = "reportChanges",
            summary = "What differs between two read points, as a file",
            description =
                    "What differs, in the order of codes. For auditors and meetings, to see what happened between two read points. The earlier one needs fromAsOf or fromKnownAt, and must not be later in either time (400).")
    @APIResponse(
            responseCode = "200",
            description = ReportStreaming.PUBLIC,
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
        return streaming.answer(report.of(from, selection, options.lang()), options);
    }
}
