package org.servanda.reports.coverage;

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
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.reports.Report;
import org.servanda.reports.delivery.OutputOptions;
import org.servanda.reports.delivery.ReportFormat;
import org.servanda.reports.delivery.ReportParameters;
import org.servanda.reports.delivery.ReportStreaming;

@Path(Report.ADDRESS + "/coverage")
@Tag(name = "Reports")
@Transactional
class CoverageReportResource {

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final CoverageReport report;
    private final ReportStreaming streaming;

    CoverageReportResource(
            ReadPoints readPoints, CommitmentScan scan, CoverageReport report, ReportStreaming streaming) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.report = report;
        this.streaming = streaming;
    }

    @GET
    @Operation(
            operationId = "reportCoverage",
            summary = "What was reported of all that there is, and what is missing, as a file",
            description =
                    "All, then by instrument, area and party. For the secretariat and for auditors, who see here how much was never reported, has no owner or has no time frame.")
    @APIResponse(
            responseCode = "200",
            description = ReportStreaming.PUBLIC,
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
        return streaming.answer(report.of(selection, options.lang()), options);
    }
}
