package org.servanda.reports.coverage;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.search.CommitmentScan;
import org.servanda.commitments.search.CommitmentScan.ScannedCommitment;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.ledger.ReadPoint;
import org.servanda.reports.LabelReader;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.reports.coverage.CoverageRow.CoverageBy;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** The coverage report: for how many commitments there are updates, by instrument, area and party. */
@ApplicationScoped
class CoverageReport {

    private static final Bilingual TITLE = Messages.of("coverage.title");

    private final CommitmentScan scan;
    private final LabelReader labels;

    CoverageReport(CommitmentScan scan, LabelReader labels) {
        this.scan = scan;
        this.labels = labels;
    }

    Report<CoverageRow> of(CommitmentSelection selection, Language lang) {
        Labels words = labels.readWithInstruments(lang, selection.at());
        return new Report<>(
                "coverage",
                TITLE,
                CoverageRow.class,
                selection.at(),
                selection.query(),
                "",
                (at, taker) -> count(selection, at, words, taker),
                document -> new CoverageSheet(document, words));
    }

    private void count(CommitmentSelection selection, ReadPoint at, Labels words, Consumer<CoverageRow> taker) {
        CoverageCounter all = new CoverageCounter();
        Map<CoverageBy, Map<String, CoverageCounter>> parts = new EnumMap<>(CoverageBy.class);
        for (CoverageBy by : CoverageBy.values()) parts.put(by, new TreeMap<>());
        for (Iterator<ScannedCommitment> walk = scan.iterator(selection.at(at)); walk.hasNext(); ) {
            ScannedCommitment scannedCommitment = walk.next();
            CommitmentView commitment = scannedCommitment.view();
            all.take(commitment);
            of(CoverageBy.instrument, Set.of(commitment.instrument()), selection, parts)
                    .forEach((code, part) -> part.take(commitment));
            Set<String> areas = new TreeSet<>(commitment.otherAreas());
            areas.add(commitment.area());
            of(CoverageBy.area, areas, selection, parts).forEach((code, part) -> part.take(commitment));
            of(CoverageBy.party, commitment.parties(), selection, parts)
                    .forEach((code, part) -> part.take(scannedCommitment, code));
        }
        taker.accept(all.row(CoverageBy.all, null, null, items(selection, null, null)));
        parts.forEach((by, counters) -> counters.forEach((code, counter) ->
                taker.accept(counter.row(by, code, label(words, by, code), items(selection, by, code)))));
    }

    /** The counters of some codes. Codes that the filter does not name are left out, since no address of a list could name them. */
    private static Map<String, CoverageCounter> of(
            CoverageBy by,
            Collection<String> codes,
            CommitmentSelection selection,
            Map<CoverageBy, Map<String, CoverageCounter>> parts) {
        Map<String, CoverageCounter> counted = new TreeMap<>();
        for (String code : codes)
            if (selection.allows(by.name(), code))
                counted.put(code, parts.get(by).computeIfAbsent(code, none -> new CoverageCounter()));
        return counted;
    }

    private static String label(Labels words, CoverageBy by, String code) {
        return switch (by) {
            case all -> null;
            case instrument -> words.instrument(code);
            case area -> words.area(code);
            case party -> words.party(code);
        };
    }

    private static String items(CommitmentSelection selection, CoverageBy by, String code) {
        // The filter by status of a party is about the party in the address, so another address would count something
        // else.
        if (by == CoverageBy.party && selection.names("partyStatus")) return null;
        CommitmentSelection counted = by == null ? selection : selection.with(by.name(), code);
        String words = counted.query();
        return "/api/v1/commitments?" + words + (words.isEmpty() ? "" : "&") + "asOf="
                + counted.at().asOf() + "&knownAt=" + counted.at().revision();
    }
}
