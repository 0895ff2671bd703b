package org.servanda.reports.samples;

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

@Path(Report.ADDRESS + "/sample")
@Tag(name = "Reports")
@Transactional
class SampleReportResource {

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final SampleReport report;
    private final ReportStreaming streaming;

    SampleReportResource(ReadPoints readPoints, CommitmentScan scan, SampleReport report, ReportStreaming streaming) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.report = report;
        this.streaming = streaming;
    }

    @GET
    @Operation(
            operationId = "reportSample",
            summary =
                    "A sample drawn by a rule that anyone can follow again, with the dossiers of what was drawn, as a file",
            description =
                    "The dossiers of the commitments that were drawn, by stratum and in the order of the draw. For auditors who cannot look at everything. The same seed and read point draw the same sample; a draw without a seed is refused with 400.")
    @APIResponse(
            responseCode = "200",
            description = ReportStreaming.RESTRICTED,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SampleRow.class)))
    public Response sample(
            @BeanParam SampleParameters wanted,
            @BeanParam FilterParameters filter,
            @BeanParam ReportParameters form,
            @BeanParam TimeParameters time,
            @Context HttpHeaders headers) {
        CommitmentSelection selection = scan.of(filter, readPoints.at(time));
        OutputOptions options =
                OutputOptions.of(form, headers.getHeaderString(HttpHeaders.ACCEPT), ReportFormat.TABLES);
        return streaming.answer(report.of(SampleQuery.of(wanted), selection, options.lang()), options);
    }
}
