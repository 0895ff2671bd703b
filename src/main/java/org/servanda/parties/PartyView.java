package org.servanda.parties;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** A party in responses and in the database. */
@Schema(
        name = "Party",
        description = "A state, organisation, ministry, meeting, company or medium that appears in the register.")
public record PartyView(
        @Schema(
                        required = true,
                        description = "ISO 3166-1 alpha-2 for states, a register code for all others.",
                        examples = "LA")
                String code,
        @Schema(required = true, description = "What sort of actor it is.") PartyKind kind,
        @Schema(required = true, description = "Short name.") Bilingual name,
        @Schema(description = "ISO 3166-1 alpha-2, states only.") String iso2,
        @Schema(description = "ISO 3166-1 alpha-3, states only.") String iso3,
        @Schema(description = "Organisations it belongs to, each with the day it joined.") List<Membership> memberOf,
        @Schema(description = "Code of the state whose ministry or agency it is.") String partOf,
        @Schema(description = "Names under which documents write it.") Aliases aliases) {

    @Schema(description = "Membership of an organisation.")
    public record Membership(
            @Schema(required = true, description = "Code of the organisation.") String party,
            @Schema(required = true, description = "First day of membership.") LocalDate from) {}

    @Schema(description = "Other names, by language.")
    public record Aliases(
            @Schema(description = "Chinese names.") List<String> zh,
            @Schema(description = "English names.") List<String> en) {}
}
