package org.servanda.importing;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Confidence;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.Divergence;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.InstrumentView.InstrumentParty;
import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.time.DatePrecision;

/** A commitment as its seed file states it. */
record SeedCommitment(
        @Schema(required = true) String code,
        @Schema(required = true) String item,
        @Schema(required = true) String eid,
        @Schema(required = true) Bilingual title,
        Bilingual wording,
        Bilingual summary,
        List<Locator> quotes,
        @Schema(required = true) String area,
        @Schema(required = true) List<String> otherAreas,
        @Schema(required = true) CommitmentKind kind,
        @Schema(required = true) Obligation obligation,
        @Schema(required = true) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                List<String> parties,
        @Schema(required = true) Owner.Stated owner,
        @Schema(required = true) List<String> supporting,
        TimeFrame timeFrame,
        List<Bilingual> parts,
        List<Divergence> divergences,
        @Schema(required = true) TextStatus status) {

    /** Word in the place of a list of parties: all parties of the instrument. */
    static final String ALL = "all";

    /** Longest quote from a text that the register may not ship, in code points. */
    static final int LONGEST_QUOTE = 40;

    /**
     * The text of the commitment, with the places of its quotations.
     *
     * @param place in the order of the instrument, from 1
     */
    CommitmentText commitmentText(InstrumentView instrument, int place, List<CitedPassage> passages, Quote basis) {
        List<String> partyCodes = parties.equals(List.of(ALL))
                ? instrument.parties().stream().map(InstrumentParty::party).toList()
                : parties;
        return new CommitmentText(
                code,
                instrument.code(),
                place,
                item,
                title,
                wording,
                summary,
                area,
                otherAreas,
                kind,
                obligation,
                partyCodes,
                owner,
                supporting,
                timeFrame,
                passages,
                parts,
                divergences,
                status.value(),
                new StatusBasis(basis, status.confidence(), status.effectiveOn(), status.precision(), status.note()));
    }

    /** A short quote from a text that the register does not ship, with its place in that text, in code points. */
    record Locator(
            @Schema(required = true) Language lang,
            @Schema(required = true) String text,
            @Schema(required = true) Integer start,
            @Schema(required = true) Integer end) {}

    /** The status that the text supports. */
    record TextStatus(
            @Schema(required = true) Status value,
            @Schema(required = true) Quote quote,
            @Schema(required = true) Confidence confidence,
            @Schema(required = true) LocalDate effectiveOn,
            @Schema(required = true) DatePrecision precision,
            Bilingual note) {}
}
