package org.servanda.reports.findings;

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

@Path(Report.ADDRESS + "/findings")
@Tag(name = "Reports")
@Transactional
class FindingsReportResource {

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final FindingsReport report;
    private final ReportStreaming streaming;

    FindingsReportResource(
            ReadPoints readPoints, CommitmentScan scan, FindingsReport report, ReportStreaming streaming) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.report = report;
        this.streaming = streaming;
    }

    @GET
    @Operation(
            operationId = "reportFindings",
            summary = "What an auditor should look at, as a file",
            description =
                    "In the order of codes, then by kind and entry. For auditors, who start their work here: late updates, changes before a report date, closed things that were taken up again, and the like. A kind that does not exist is refused with 400.")
    @APIResponse(
            responseCode = "200",
            description = ReportStreaming.RESTRICTED,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FindingRow.class)))
    public Response findings(
            @BeanParam FindingParameters wanted,
            @BeanParam FilterParameters filter,
            @BeanParam ReportParameters form,
            @BeanParam TimeParameters time,
            @Context HttpHeaders headers) {
        CommitmentSelection selection = scan.of(filter, readPoints.at(time));
        OutputOptions options =
                OutputOptions.of(form, headers.getHeaderString(HttpHeaders.ACCEPT), ReportFormat.TABLES);
        return streaming.answer(
                report.of(FindingsQuery.of(wanted, selection.at()), selection, options.lang()), options);
    }
}
