package org.servanda.commitments;

import java.util.List;

import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.Divergence;
import org.servanda.text.Bilingual;

/** Everything that is known of a commitment from its text, by the names it has in the answer. */
public record Promise(
        String code,
        String instrument,
        int place,
        String item,
        Bilingual title,
        Bilingual wording,
        Bilingual summary,
        String area,
        List<String> otherAreas,
        Kind kind,
        Obligation obligation,
        List<String> parties,
        Owner.Stated owner,
        List<String> supporting,
        TimeFrame timeFrame,
        List<CitedPassage> passages,
        List<Bilingual> parts,
        List<Divergence> divergences,
        Status status,
        StatusBasis statusBasis) {}
