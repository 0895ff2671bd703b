package org.servanda.instruments;

import java.util.List;
import java.util.Map;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.text.Language;
import org.servanda.text.Sha256;
import org.servanda.web.EnumParameters;

@Path("/api/v1/instruments")
@Tag(name = "Instruments")
@Transactional
class InstrumentResource {

    @Schema(description = "All instruments, in the order of the register.")
    public record InstrumentList(
            @Schema(required = true, description = "The instruments.") List<InstrumentView> items) {}

    @Schema(description = "Passages in document order.")
    public record PassageList(@Schema(required = true, description = "The passages.") List<PassageView> items) {}

    @Schema(description = "The cleaned text of an instrument in one language.")
    public record InstrumentText(
            @Schema(required = true, description = "Code of the instrument.") String instrument,
            @Schema(required = true, description = "Where the text comes from.") TextVersionView version,
            @Schema(description = "The text; absent when the register does not ship it.") String text,
            @Schema(description = "SHA-256 of the text as UTF-8, lower-case hexadecimal.") String sha256,
            @Schema(description = "Length of the text in Unicode code points.") Integer codePoints) {}

    private final ReadPoints readPoints;
    private final Instruments instruments;
    private final TextVersions texts;
    private final Passages passages;
    private final CommitmentCounts commitmentCounts;

    InstrumentResource(
            ReadPoints readPoints,
            Instruments instruments,
            TextVersions texts,
            Passages passages,
            CommitmentCounts commitmentCounts) {
        this.readPoints = readPoints;
        this.instruments = instruments;
        this.texts = texts;
        this.passages = passages;
        this.commitmentCounts = commitmentCounts;
    }

    @GET
    @Operation(
            operationId = "listInstruments",
            summary = "List the instruments",
            description =
                    "Gives the documents that the register follows, with the number of commitments in each and how often progress is to be reported.")
    public InstrumentList list(@BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        Map<String, Long> counts = commitmentCounts.commitments(at);
        return new InstrumentList(instruments.views(at).stream()
                .map(view -> view.withCommitments(counts.getOrDefault(view.code(), 0L)))
                .toList());
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getInstrument",
            summary = "One instrument with its metadata, parties and lineage",
            description =
                    "Shows where and when the instrument was adopted, by whom, from where its text was read, and which instruments came before it. An unknown code is answered with 404.")
    public InstrumentView one(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        return instruments.view(code, at).withCommitments(commitmentCounts.commitments(code, at));
    }

    @GET
    @Path("/{code}/texts/{lang}")
    @Operation(
            operationId = "getInstrumentText",
            summary = "The cleaned text in one language",
            description =
                    "For programs that mark a quote in its text, and for readers who check a wording. A language in which the instrument has no text is answered with 404.")
    public InstrumentText text(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "zh or en.", example = "zh") @PathParam("lang") String lang,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        TextVersionView version = instruments.view(code, at).textIn(lang);
        String text = texts.content(code, version.lang(), at).orElse(null);
        return text == null
                ? new InstrumentText(code, version, null, null, null)
                : new InstrumentText(code, version, text, Sha256.sha256(text), text.codePointCount(0, text.length()));
    }

    @GET
    @Path("/{code}/passages")
    @Operation(
            operationId = "listPassages",
            summary = "The passages of an instrument, which together are its whole text",
            description =
                    "For programs that show a commitment inside its text: each passage with its number and its place. Places count Unicode code points from 0.")
    public PassageList passages(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "Only passages of this language: zh or en.") @QueryParam("lang") String lang,
            @BeanParam TimeParameters time) {
        Language only = lang == null ? null : EnumParameters.of("lang", lang, Language.class);
        ReadPoint at = readPoints.at(time);
        instruments.view(code, at);
        return new PassageList(passages.views(code, only, at));
    }

    private static final String CODE = "Code of the instrument.";
    private static final String EXAMPLE = "ACJS-2024";
}
