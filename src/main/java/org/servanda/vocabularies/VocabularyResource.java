package org.servanda.vocabularies;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;

@Path("/api/v1/vocabularies")
@Tag(name = "Reference data")
@Transactional
class VocabularyResource {

    @Schema(description = "All word lists, the five axes first.")
    public record VocabularyList(@Schema(required = true, description = "The lists.") List<VocabularyView> items) {}

    private final ReadPoints readPoints;
    private final Vocabularies vocabularies;

    VocabularyResource(ReadPoints readPoints, Vocabularies vocabularies) {
        this.readPoints = readPoints;
        this.vocabularies = vocabularies;
    }

    @GET
    @Operation(
            operationId = "listVocabularies",
            summary = "List the vocabularies: every closed word list with labels and definitions",
            description =
                    "Gives every word that the API uses for a status, a kind or a state, with texts in Chinese and English to show beside it. New words may be added within a version of the API.")
    public VocabularyList list(@BeanParam TimeParameters time) {
        return new VocabularyList(vocabularies.views(readPoints.at(time)));
    }
}
