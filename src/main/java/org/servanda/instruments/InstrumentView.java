package org.servanda.instruments;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.time.DatePrecision;
import org.servanda.web.ProblemException;

/** An instrument in responses and in the database. */
@Schema(name = "Instrument", description = "A source document in which pledges are written.")
public record InstrumentView(
        @Schema(required = true, description = "Code of the instrument.", examples = "ACJS-2024") String code,
        @Schema(
                        required = true,
                        description =
                                "Title as the document has it; the other language own-worded where no text exists.")
                Bilingual title,
        @Schema(required = true, description = "What sort of document it is.") InstrumentKind kind,
        @Schema(required = true, description = "When it was adopted or published.") Adoption adopted,
        @Schema(description = "Where it was adopted.") Bilingual place,
        @Schema(description = "The meeting at which it was adopted.") Bilingual occasion,
        @Schema(description = "The standing body that follows it up.") Bilingual mechanism,
        @Schema(
                        required = true,
                        description =
                                "Progress is to be reported at least every so many days; 90 where the instrument says nothing.")
                Integer reportingIntervalDays,
        @Schema(required = true, description = "Who stands in it, in which role, in the order of the document.")
                List<InstrumentParty> parties,
        @Schema(required = true, description = "How far it binds, in its own words.") Binding binding,
        @Schema(required = true, description = "The language versions that were read.") List<TextVersionView> texts,
        @Schema(required = true, description = "Languages in which a text exists.") List<Language> languages,
        @Schema(description = "References to other instruments, in the register or not.") List<Reference> lineage,
        @Schema(description = "Differences between the language versions as a whole.") List<Divergence> divergences,
        @Schema(required = true, description = "Number of commitments it contains.") int commitments) {

    /** The default reporting interval, for a document that does not state one. */
    public static final int REPORTING_INTERVAL_DAYS = 90;

    public InstrumentView {
        if (reportingIntervalDays == null) reportingIntervalDays = REPORTING_INTERVAL_DAYS;
    }

    /** The text version in a language; refuses with 404 when the instrument has none. */
    TextVersionView textIn(String lang) {
        return texts.stream()
                .filter(text -> text.lang().name().equals(lang))
                .findFirst()
                .orElseThrow(() -> ProblemException.unknown("text of " + code + " in", lang, () -> languages.stream()
                        .map(Enum::name)
                        .toList()));
    }

    InstrumentView withCommitments(long count) {
        return new InstrumentView(
                code,
                title,
                kind,
                adopted,
                place,
                occasion,
                mechanism,
                reportingIntervalDays,
                parties,
                binding,
                texts,
                languages,
                lineage,
                divergences,
                (int) count);
    }

    @Schema(description = "A date, how exactly it is known and from where.")
    public record Adoption(
            @Schema(
                            required = true,
                            description = "The day; the first day of the period when the precision is coarser.")
                    LocalDate date,
            @Schema(required = true, description = "How exactly the date is known.") DatePrecision precision,
            @Schema(required = true, description = "Whether the text itself states the date.") DateBasis basis,
            @Schema(description = "Where the date comes from.") Bilingual note) {}

    @Schema(description = "A party in its role.")
    public record InstrumentParty(
            @Schema(required = true, description = "Code of the party.") String party,
            @Schema(required = true, description = "Its role.") PartyRole role,
            @Schema(description = "How the document writes it.") Bilingual nameAsWritten) {}

    @Schema(description = "How far the instrument binds.")
    public record Binding(
            @Schema(required = true, description = "In one word.") BindingNature nature,
            @Schema(description = "The words that say so; absent when the text is silent.") Quote quote,
            @Schema(description = "How this was read.") Bilingual note) {}

    @Schema(description = "A reference to another instrument.")
    public record Reference(
            @Schema(required = true, description = "In which way it is referred to.") LineageRelation relation,
            @Schema(description = "Code of an instrument in the register.") String register,
            @Schema(description = "An instrument that is not in the register.") External external,
            @Schema(description = "The words of the reference.") Quote quote,
            @Schema(description = "A remark.") Bilingual note) {}

    @Schema(description = "An instrument outside the register.")
    public record External(
            @Schema(required = true, description = "Its title.") Bilingual title,
            @Schema(description = "Who issued it.") String issuer,
            @Schema(description = "Its date as far as known: a year, a month or a day (ISO 8601).") String date) {}
}
