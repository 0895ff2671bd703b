package org.servanda.reports;

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

import org.servanda.commitments.CommitmentScan;
import org.servanda.commitments.CommitmentSelection;
import org.servanda.commitments.FilterParameters;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;

/** The reports that auditors begin with: what to look at, a sample, everything about one commitment. */
@Path(ReportResource.PATH)
@Tag(name = "Reports")
@Transactional
class AuditReportResource {

    private static final String WRITTEN =
            "The report. Its address pinned to these coordinates gives whoever may see the same the same rows for ever.";

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final ReportStreaming reportStreaming;
    private final FindingsReport findings;
    private final SampleReport sample;
    private final DossierReport dossier;

    AuditReportResource(
            ReadPoints readPoints,
            CommitmentScan scan,
            ReportStreaming reportStreaming,
            FindingsReport findings,
            SampleReport sample,
            DossierReport dossier) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.reportStreaming = reportStreaming;
        this.findings = findings;
        this.sample = sample;
        this.dossier = dossier;
    }

    @GET
    @Path("/findings")
    @Operation(
            operationId = "reportFindings",
            summary = "What an auditor should look at, as a file",
            description = "In the order of codes, then by kind and entry.")
    @APIResponse(
            responseCode = "200",
            description = WRITTEN,
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
        return reportStreaming.answer(
                findings.of(FindingsQuery.of(wanted, selection.at()), selection, options.lang()), options);
    }

    @GET
    @Path("/sample")
    @Operation(
            operationId = "reportSample",
            summary =
                    "A sample drawn by a rule that anyone can follow again, with the dossiers of what was drawn, as a file",
            description = "The dossiers of the commitments that were drawn, by stratum and in the order of the draw.")
    @APIResponse(
            responseCode = "200",
            description = WRITTEN,
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
        return reportStreaming.answer(sample.of(SampleQuery.of(wanted), selection, options.lang()), options);
    }

    @GET
    @Path("/dossier/{code}")
    @Operation(
            operationId = "reportDossier",
            summary = "Everything about one commitment that the caller may see, as a file",
            description = "Section by section.")
    @APIResponse(
            responseCode = "200",
            description = WRITTEN,
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
        return reportStreaming.answer(dossier.of(code, at, options.lang()), options);
    }
}
