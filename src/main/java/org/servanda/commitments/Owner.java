package org.servanda.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;

/** The owner of a commitment: who is to act. The owner that the text states and an assigned lead stand beside each other. */
@Schema(description = "Who is to act.")
public record Owner(
        @Schema(required = true, description = "What the text itself states.") Stated stated,
        @Schema(description = "Who was assigned to lead; absent while nobody is.") Assigned assigned) {

    @Schema(name = "StatedOwner", description = "The owner as the text states it.")
    public record Stated(
            @Schema(required = true, description = "How the text names who is to act.") OwnerHow how,
            @Schema(description = "The words that name the owner.") Bilingual text,
            @Schema(description = "Codes of the parties that are named.") @PrintedAs(PrintedAs.PARTY)
                    List<String> parties) {}

    @Schema(name = "AssignedOwner", description = "The lead that was assigned, beside what the text states.")
    public record Assigned(
            @Schema(required = true, description = "Code of the party.", examples = "TH") @PrintedAs(PrintedAs.PARTY)
                    String party,
            @Schema(description = "The ministry, agency or office within it.") Bilingual unit,
            @Schema(required = true, description = "The day from which it leads.") LocalDate since) {

        /** Whether the other lead is the same party with the same unit, whatever its first day. */
        public boolean sameOffice(Assigned other) {
            return party.equals(other.party) && Objects.equals(unit, other.unit);
        }
    }

    /** The values of the dimension owner: how the text names an owner, each party that it names, and the assigned lead. */
    public Stream<String> values() {
        // A filter for "not_stated" looks for commitments without an owner; one with an assigned lead is not meant.
        Stream<String> how = stated.how() == OwnerHow.not_stated && assigned != null
                ? Stream.empty()
                : Stream.of(stated.how().name());
        Stream<String> named = stated.parties() == null ? Stream.empty() : stated.parties().stream();
        Stream<String> lead = assigned == null ? Stream.empty() : Stream.of(assigned.party());
        return Stream.of(how, named, lead).flatMap(values -> values);
    }
}
