package org.servanda.reports.dossiers;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.reports.Report;
import org.servanda.reports.delivery.OutputOptions;
import org.servanda.reports.delivery.ReportFormat;
import org.servanda.reports.delivery.ReportParameters;
import org.servanda.reports.delivery.ReportStreaming;

@Path(Report.ADDRESS + "/dossier")
@Tag(name = "Reports")
@Transactional
class DossierReportResource {

    private final ReadPoints readPoints;
    private final DossierReport report;
    private final ReportStreaming streaming;

    DossierReportResource(ReadPoints readPoints, DossierReport report, ReportStreaming streaming) {
        this.readPoints = readPoints;
        this.report = report;
        this.streaming = streaming;
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "reportDossier",
            summary = "Everything about one commitment that the caller may see, as a file",
            description =
                    "Section by section. For an auditor or a minister who needs one commitment on paper: text, states, updates, milestones, assessments, evidence and history. An unknown code is answered with 404.")
    @APIResponse(
            responseCode = "200",
            description = ReportStreaming.RESTRICTED,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DossierRow.class)))
    public Response dossier(
            @Parameter(description = "Code of the commitment.", example = "ACJS-2024.III.2") @PathParam("code")
                    String code,
            @BeanParam ReportParameters form,
            @BeanParam TimeParameters time,
            @Context HttpHeaders headers) {
        ReadPoint at = readPoints.at(time);
        OutputOptions options =
                OutputOptions.of(form, headers.getHeaderString(HttpHeaders.ACCEPT), ReportFormat.TABLES);
        return streaming.answer(report.of(code, at, options.lang()), options);
    }
}
