package org.servanda.commitments;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** Who is to act. What the text states stays what it states, whoever is assigned later. */
@Schema(description = "Who is to act.")
public record Owner(@Schema(required = true, description = "What the text itself states.") Stated stated) {

    @Schema(name = "StatedOwner", description = "The owner as the text states it.")
    public record Stated(
            @Schema(required = true, description = "How the text names who is to act.") OwnerHow how,
            @Schema(description = "The words that name the owner.") Bilingual text,
            @Schema(description = "Codes of the parties that are named.") List<String> parties) {

        /** What an owner is found by: how it is stated, and each party that is named. */
        Stream<String> values() {
            return Stream.concat(Stream.of(how.name()), parties == null ? Stream.empty() : parties.stream());
        }
    }
}
