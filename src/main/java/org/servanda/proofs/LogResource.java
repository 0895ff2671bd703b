package org.servanda.proofs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.ledger.ReadPoints;
import org.servanda.text.Sha256;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** The transparency log: what anyone needs to check that no entry was changed or removed. */
@Path(LogResource.PATH)
@Tag(name = "Log")
class LogResource {

    static final String PATH = "/api/v1/log";

    private static final String TEXT = "text/plain;charset=UTF-8";

    @Schema(description = "A stretch of the log, in its order.")
    public record LogEntryList(
            @Schema(
                            required = true,
                            description =
                                    "The entries: all that were asked for, or the first of them, when they are long; go on behind the last.")
                    List<LogEntryView> items) {}

    @Schema(description = "A key that signs the log, or did.")
    public record LogKeyView(
            @Schema(
                            required = true,
                            description =
                                    "What checks its signatures: name, id and public key, as C2SP signed-note has it.",
                            examples = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                    String verifier,
            @Schema(required = true, description = "The revision from which on it signs.") long knownFrom,
            @Schema(required = true, description = "Whether it signs now.") boolean signs) {}

    @Schema(
            description =
                    "Which log it is, and all keys that ever signed it. Write them down from more than one place.")
    public record LogKeyList(
            @Schema(required = true, description = "First line of every checkpoint.", examples = "servanda.example/log")
                    String origin,
            @Schema(required = true, description = "The keys, in the order in which they came.")
                    List<LogKeyView> items) {}

    private final ReadPoints readPoints;
    private final Proofs proofs;
    private final Keyring keyring;
    private final LogEntries entries;

    LogResource(ReadPoints readPoints, Proofs proofs, Keyring keyring, LogEntries entries) {
        this.readPoints = readPoints;
        this.proofs = proofs;
        this.keyring = keyring;
        this.entries = entries;
    }

    @GET
    @Path("/checkpoint")
    @Produces(TEXT)
    @Operation(
            operationId = "getLogCheckpoint",
            summary = "How long the log is and its root, signed; keep it, to check later that nothing was changed",
            description =
                    "For auditors: a short signed text (C2SP tlog-checkpoint) to write down outside the register. With proofs/consistency the auditor can show later whether the log has only grown. It is refused with 503 when the log is not what was signed.")
    @APIResponse(
            responseCode = "200",
            description = "A C2SP tlog-checkpoint. The same bytes as long as nothing is added.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response checkpoint() {
        return text(proofs.checkpoint().note());
    }

    @GET
    @Path("/keys")
    @Transactional
    @Operation(
            operationId = "listLogKeys",
            summary = "The keys that check the signatures of checkpoints",
            description =
                    "For auditors, to write down before the first check: origin and public keys, from which revision each key signs, and which one signs now.")
    public LogKeyList keys() {
        readPoints.now();
        return new LogKeyList(
                proofs.origin(),
                keyring.everSigned().stream()
                        .map(key -> new LogKeyView(key.verifier(), key.knownFrom(), keyring.signsWith(key.verifier())))
                        .toList());
    }

    @GET
    @Path("/entries")
    @Transactional
    @Operation(
            operationId = "listLogEntries",
            summary = "A stretch of the log: the hash of every entry, and the text of those that the caller may read",
            description =
                    "For auditors who compute the tree again. A stretch has 1000 entries at most; a wider one is refused with 400. Of entries that are not public, callers without the right see the hash only.")
    public LogEntryList entries(
            @Parameter(
                            description = "Number of the first entry, from 1.",
                            required = true,
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Number of the last entry, at most 999 behind the first.",
                            required = true,
                            example = "100",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("to")
                    String to) {
        return new LogEntryList(entries.read(from, to));
    }

    @GET
    @Path("/entries/{sequence}/proof")
    @Produces(TEXT)
    @Operation(
            operationId = "getLogEntryProof",
            summary = "The proof of an entry against the current checkpoint, as a file that needs nothing else",
            description =
                    "For a person who must show that one entry stands in the log: the file (C2SP tlog-proof) is checked offline. A number that the log does not have is answered with 404.")
    @APIResponse(
            responseCode = "200",
            description = "A C2SP tlog-proof (c2sp.org/tlog-proof@v1).",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response proof(
            @Parameter(
                            description = "Number of the entry, from 1.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @PathParam("sequence")
                    String sequence) {
        Checkpoint checkpoint = proofs.checkpoint();
        long number = NumberParameters.find(sequence);
        if (number < 1 || number > checkpoint.size())
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no entry " + sequence + "; they go from 1 to " + checkpoint.size() + ".");
        return text(checkpoint.proofOf(proofs.inclusion(number, checkpoint.size())));
    }

    @GET
    @Path("/proofs/inclusion")
    @Transactional
    @Operation(
            operationId = "proveLogInclusion",
            summary = "Prove that the log of a size has an entry",
            description =
                    "For auditors who hold the hash of one entry: hashes by which they compute the root of the tree of that size (RFC 9162). Refused with 400 are an index or a size beyond the revision.")
    public InclusionView inclusion(
            @Parameter(
                            description = "Index of the leaf, from 0: the number of the entry less one.",
                            required = true,
                            example = "0",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @QueryParam("index")
                    String index,
            @Parameter(
                            description = "Size of the tree, up to the revision.",
                            required = true,
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("size")
                    String size) {
        List<Fault> faults = new ArrayList<>();
        long leaves = NumberParameters.read("size", size, 1, readPoints.now().revision(), faults);
        // When the size is already refused, only the form of the index is checked.
        long at = NumberParameters.read("index", index, 0, faults.isEmpty() ? leaves - 1 : Long.MAX_VALUE, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return InclusionView.of(proofs.inclusion(at + 1, leaves));
    }

    @GET
    @Path("/proofs/consistency")
    @Transactional
    @Operation(
            operationId = "proveLogConsistency",
            summary = "Prove that the log of one size is the beginning of the log of another",
            description =
                    "For auditors who hold an older checkpoint: hashes by which they compute the root of the larger tree from the smaller one (RFC 9162). Refused with 400 are sizes the wrong way round and sizes beyond the revision.")
    public ConsistencyView consistency(
            @Parameter(
                            description = "Size of the smaller tree, from 1.",
                            required = true,
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Size of the larger tree, up to the revision.",
                            required = true,
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("to")
                    String to) {
        List<Fault> faults = new ArrayList<>();
        long revision = readPoints.now().revision();
        long first = NumberParameters.read("from", from, 1, revision, faults);
        long last = NumberParameters.read("to", to, first, revision, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return ConsistencyView.of(proofs.consistency(first, last));
    }

    /** A text response with an entity tag over its exact bytes, as every other response has one. */
    private static Response text(String text) {
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), TEXT)
                .tag(new EntityTag(Sha256.sha256(text).substring(0, 32)))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
