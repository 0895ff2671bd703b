package org.servanda.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;
import org.servanda.web.StreamedUploads;

/** Uploads and downloads of files that serve as evidence. */
@Path("/api/v1/files")
@Tag(name = "Files")
class FileResource {

    private static final String SHA256 = "SHA-256 of its bytes, lower-case hexadecimal.";
    private static final String EXAMPLE = "0716f9264c9fe19f5d7455276107f3ddcc1d3497f63d60689a73558ae8a1bf5e";

    private final ReadPoints readPoints;
    private final FileStore folder;
    private final EvidenceFiles files;
    private final StreamedUploads uploads;

    FileResource(ReadPoints readPoints, FileStore folder, EvidenceFiles files, StreamedUploads uploads) {
        this.readPoints = readPoints;
        this.folder = folder;
        this.files = files;
        this.uploads = uploads;
    }

    /** The values that identify an upload when the request is repeated. */
    private record Upload(String sha256, String mediaType, String name) {}

    /** The bytes are received before the transaction begins, so that a slow client holds no transaction. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "uploadFile",
            summary = "Upload a file, to be named as evidence by its SHA-256",
            description =
                    "The Content-Type says what the file is; for application/octet-stream the ending of its name does. Refused are an empty file, a type that is not taken (415), and bytes that do not look like their type.")
    @APIResponseSchema(value = FileView.class, responseCode = "201", responseDescription = "The file is kept.")
    @APIResponse(
            responseCode = "200",
            description = "Your side uploaded these bytes before: the file as it recorded it then.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FileView.class)))
    public RestResponse<FileView> upload(
            @Parameter(
                            description =
                                    "The name it has, with its ending: 1 to 200 characters, a name that every system can save, without a path.",
                            required = true,
                            example = "minutes.pdf")
                    @QueryParam("name")
                    String name,
            @Parameter(description = SHA256 + " Given, bytes that arrive otherwise are refused.") @QueryParam("sha256")
                    String sha256,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            @RequestBody(
                            required = true,
                            content = {
                                // Generated clients send the first media type, whatever the file is.
                                @Content(
                                        mediaType = FileType.BYTES,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = "application/pdf",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = "*/*",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream content)
            throws IOException {
        check(name, sha256);
        FileType type = FileType.of(contentType, name)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Files are taken with a Content-Type of " + FileType.allowed() + "."));
        try (IncomingFile incoming = uploads.receive(content, folder::receive)) {
            check(incoming, type, sha256);
            uploads.resume();
            FileBody body = new FileBody(incoming.sha256(), type.mediaType(), incoming.size(), name);
            Upload upload = new Upload(body.sha256(), body.mediaType(), name);
            return files.record(incoming, body, new IdempotentRequests.Request(idempotencyKey, "uploadFile", upload));
        }
    }

    private static void check(String name, String sha256) {
        List<Fault> faults = new ArrayList<>();
        if (name == null) faults.add(Fault.parameter("name", "is missing"));
        else FileName.fault(name).ifPresent(fault -> faults.add(Fault.parameter("name", fault)));
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}"))
            faults.add(Fault.parameter("sha256", "must be 64 lower-case hexadecimal digits"));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
    }

    private static void check(IncomingFile incoming, FileType type, String sha256) {
        if (incoming.size() == 0) throw new ProblemException(ProblemType.INVALID_BODY, "The file is empty.");
        if (sha256 != null && !sha256.equals(incoming.sha256()))
            throw ProblemException.parameters(
                    List.of(Fault.parameter("sha256", "what arrived has another one: " + incoming.sha256())));
        if (!(type.text() ? incoming.utf8() : type.begins(incoming.head())))
            throw new ProblemException(
                    ProblemType.INVALID_BODY,
                    type.text()
                            ? "The file is not a text in UTF-8, as its Content-Type says."
                            : "The file does not begin like " + type.mediaType()
                                    + ", which its Content-Type says it is.");
    }

    @GET
    @Path("/{sha256}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "getFile",
            summary = "What is known of a file",
            description =
                    "Each side that uploaded the same bytes has a record of its own: shown is that of the side of the caller, else the one that was published first. A file is hidden (404) from other sides until something that names it is published.")
    public FileView one(
            @Parameter(description = SHA256, example = EXAMPLE) @PathParam("sha256") String sha256,
            @BeanParam TimeParameters time) {
        return files.view(sha256, readPoints.at(time));
    }

    @GET
    @Path("/{sha256}/content")
    @Transactional
    @Operation(
            operationId = "getFileContent",
            summary = "The bytes of a file, to be saved, never shown in place",
            description =
                    "The answer always has all bytes; a range that is asked for is left aside (RFC 9110, 14.2). A browser must not show the file in place, because others sent it. A hidden or unknown file is answered with 404.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes.",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @Parameter(description = SHA256, example = EXAMPLE) @PathParam("sha256") String sha256,
            @BeanParam TimeParameters time) {
        FileView file = files.view(sha256, readPoints.at(time));
        return Response.ok(whole(file), file.mediaType())
                .tag(new EntityTag(sha256))
                .header("Accept-Ranges", "none")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(file.name()))
                // A browser must not run a file from a stranger as a page of this server.
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /**
     * The whole file, not as a path: for a path the framework would send the requested range, with the status and the
     * entity tag of the whole file.
     */
    private PathPart whole(FileView file) {
        return new PathPart(files.content(file), 0, file.size());
    }
}
