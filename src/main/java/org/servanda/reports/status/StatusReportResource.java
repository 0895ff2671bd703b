package org.servanda.reports.status;

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
import org.servanda.reports.bundles.BundleParameters;
import org.servanda.reports.bundles.Bundles;
import org.servanda.reports.delivery.OutputOptions;
import org.servanda.reports.delivery.ReportFormat;
import org.servanda.reports.delivery.ReportParameters;
import org.servanda.reports.delivery.ReportStreaming;

@Path(Report.ADDRESS + "/status")
@Tag(name = "Reports")
@Transactional
class StatusReportResource {

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final StatusReport report;
    private final Bundles bundles;
    private final ReportStreaming streaming;

    StatusReportResource(
            ReadPoints readPoints,
            CommitmentScan scan,
            StatusReport report,
            Bundles bundles,
            ReportStreaming streaming) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.report = report;
        this.bundles = bundles;
        this.streaming = streaming;
    }

    @GET
    @Operation(
            operationId = "reportStatus",
            summary = "Where every commitment stands, as a file",
            description =
                    "Every commitment of the filter, in the order of codes. For meetings and for offline work. With format=bundle the file also has the proofs and a program that checks them; since without format=bundle is refused with 400.")
    @APIResponse(
            responseCode = "200",
            description = ReportStreaming.PUBLIC,
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
        Report<StatusRow> status = report.of(selection, options.lang());
        bundle.check(options.format());
        return options.format() == ReportFormat.bundle
                ? streaming.answer(
                        status, options, (heading, out) -> bundles.write(status, heading, bundle.since(), out))
                : streaming.answer(status, options);
    }
}
