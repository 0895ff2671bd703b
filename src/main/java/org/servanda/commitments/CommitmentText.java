package org.servanda.commitments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.Divergence;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

/** A commitment as its text states it. Stored as JSON, with the names that the API has. */
public record CommitmentText(
        String code,
        String instrument,
        int place,
        String item,
        Bilingual title,
        Bilingual wording,
        Bilingual summary,
        String area,
        List<String> otherAreas,
        CommitmentKind kind,
        Obligation obligation,
        List<String> parties,
        Owner.Stated owner,
        List<String> supporting,
        TimeFrame timeFrame,
        List<CitedPassage> passages,
        List<Bilingual> parts,
        List<Divergence> divergences,
        Status status,
        StatusBasis statusBasis) {

    /** Instrument, then place in the document: codes with Roman or unpadded numbers do not sort by themselves. */
    public String sortKey() {
        return "%s/%06d".formatted(instrument, place);
    }

    /** Whether the primary area is among the further ones. */
    public boolean namesAreaTwice() {
        return otherAreas.contains(area);
    }

    /** The text of the search index: code, title, wording and summary in both languages. */
    public String searchable() {
        Stream<String> texts = Stream.of(title, wording, summary)
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(Language.values()).map(text::in))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(code), texts).collect(Collectors.joining("\n"));
    }

    /** The same text with the fields that edits set beside it. */
    public CommitmentText with(Bilingual newTitle, String newArea, List<String> newOtherAreas, TimeFrame newTimeFrame) {
        return new CommitmentText(
                code,
                instrument,
                place,
                item,
                newTitle,
                wording,
                summary,
                newArea,
                newOtherAreas,
                kind,
                obligation,
                parties,
                owner,
                supporting,
                newTimeFrame,
                passages,
                parts,
                divergences,
                status,
                statusBasis);
    }
}
