package org.servanda.reports.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.reports.delivery.ReportStreaming;
import org.servanda.text.Sha256;

/** Serves the program that verifies bundles, so that a verifier need not trust the copy inside the bundle. */
@Path("/api/v1/verifier")
@Tag(name = "Reports")
class VerifierResource {

    private static final byte[] SOURCE = source();
    private static final byte[] SHA256 = Sha256.sha256(SOURCE);

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getVerifier",
            summary = "Verify.java, the program that checks a bundle: one file, for a JDK alone",
            description =
                    "For auditors who check a bundle: the same file is in every bundle, but a person who altered a bundle may have altered that copy too. Its SHA-256 is in the header Repr-Digest.")
    @APIResponse(
            responseCode = "200",
            description = "The program as a text, UTF-8.",
            headers =
                    @Header(
                            name = ReportStreaming.DIGEST,
                            description = "SHA-256 of the file (RFC 9530).",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response verifier() {
        return Response.ok(SOURCE, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .tag(new EntityTag(HexFormat.of().formatHex(SHA256, 0, 16)))
                .header(
                        ReportStreaming.DIGEST,
                        "sha-256=:" + Base64.getEncoder().encodeToString(SHA256) + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + BundleMembers.VERIFIER + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static byte[] source() {
        try (InputStream file = VerifierResource.class.getResourceAsStream("/verify/" + BundleMembers.VERIFIER)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
