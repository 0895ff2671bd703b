package org.servanda.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.instruments.InstrumentView;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.ledger.Recorded;
import org.servanda.text.JsonText;

/** One thing the ledger says that bears on where a commitment stands. */
sealed interface Fact {

    /** How the subjects of entries about instruments begin. */
    String INSTRUMENT = "instrument/";

    Recorded recorded();

    /** The document it stands in: adopted on a day, to be reported on every so many days. */
    record Source(Recorded recorded, LocalDate adopted, int reportingIntervalDays) implements Fact {}

    /** The promise as read off the text; a later one is a corrected reading of the same text. */
    record Text(Recorded recorded, Promise promise) implements Fact {

        /** Whether another reading says the same of the status. */
        boolean saysOfTheStatus(Text other) {
            return promise.status() == other.promise().status()
                    && promise.statusBasis().equals(other.promise().statusBasis());
        }
    }

    /** Something set beside the text from a day on. */
    record Edited(Recorded recorded, LocalDate on, Edit edit) implements Fact {}

    /** An accepted report of how things stood on a day. */
    record Reported(Recorded recorded, LocalDate on, Report report) implements Fact {}

    /** An independent assessment of how things stood on a day. */
    record Assessed(Recorded recorded, LocalDate on, Verdict verdict) implements Fact {}

    /** Evidence that was added later. */
    record Backed(Recorded recorded, LocalDate on, Backing backing) implements Fact {

        /** The report as it is with this, where this backs it. */
        Reported addTo(Reported reported) {
            Report report = reported.report();
            return report.id().equals(backing.backs())
                    ? new Reported(reported.recorded(), reported.on(), report.backedBy(backing.evidence()))
                    : reported;
        }
    }

    /** A milestone was planned, or is another one from a day on; only its evidence bears on where the commitment stands. */
    record Planned(Recorded recorded, LocalDate on, Plan plan) implements Fact {}

    /**
     * The part of an entry about a milestone that standings are read off.
     *
     * @param evidence null where the entry leaves it as it was
     */
    record Plan(String id, List<JsonNode> evidence) {}

    /** The entries that facts about a commitment are found in, those recorded after one. */
    static List<Entry> entries(Commitment commitment, Entries ledger, long behind) {
        return ledger.about(INSTRUMENT + commitment.instrument(), CommitmentKinds.subject(commitment.code()), behind);
    }

    /** The fact in an entry about a commitment or its instrument; none when the entry bears on something else. */
    static Optional<Fact> of(Entry entry) {
        Recorded recorded = entry.recorded();
        if (entry.subject().startsWith(INSTRUMENT)) {
            InstrumentView view = JsonText.readAt(entry.body(), "/view", InstrumentView.class);
            return Optional.of(new Source(recorded, view.adopted().date(), view.reportingIntervalDays()));
        }
        return switch (entry.kind()) {
            case CommitmentKinds.RECORDED, CommitmentKinds.CORRECTED ->
                Optional.of(new Text(recorded, entry.body(Promise.class)));
            case CommitmentKinds.EDITED ->
                Optional.of(new Edited(recorded, entry.effectiveOn(), entry.body(Edit.class)));
            case CommitmentKinds.ACCEPTED ->
                Optional.of(new Reported(recorded, entry.effectiveOn(), entry.body(Report.class)));
            case CommitmentKinds.ASSESSED ->
                Optional.of(new Assessed(recorded, entry.effectiveOn(), entry.body(Verdict.class)));
            case CommitmentKinds.EVIDENCE ->
                Optional.of(new Backed(recorded, entry.effectiveOn(), entry.body(Backing.class)));
            case CommitmentKinds.MILESTONE ->
                Optional.of(new Planned(recorded, entry.effectiveOn(), entry.body(Plan.class)));
            default -> Optional.empty();
        };
    }
}
