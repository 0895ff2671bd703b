package org.servanda.commitments.standings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitment.Entered;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.timeline.AcceptedUpdate;
import org.servanda.commitments.timeline.AddedEvidence;
import org.servanda.commitments.timeline.AssessmentOutcome;
import org.servanda.commitments.timeline.CommitmentEdit;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;
import org.servanda.commitments.timeline.CommitmentEvent.Edited;
import org.servanda.commitments.timeline.CommitmentEvent.EvidenceAdded;
import org.servanda.commitments.timeline.CommitmentEvent.InstrumentRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.TextRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.instruments.Instrument;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.text.JsonText;

/** Writes random events to the register of a test and to its reference model. */
@ApplicationScoped
class ModelDriver {

    private static final int EVENTS_PER_TRANSACTION = 25;
    private static final int COMMITMENTS_PER_TRANSACTION = 5;

    private final Ledger ledger;
    private final StandingProjection projection;
    private final Commitments commitments;
    private final Instruments instruments;

    ModelDriver(Ledger ledger, StandingProjection projection, Commitments commitments, Instruments instruments) {
        this.ledger = ledger;
        this.projection = projection;
        this.commitments = commitments;
        this.instruments = instruments;
    }

    /** A reference model of the register as the seeds make it. */
    ReferenceModel initialModel() {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReferenceModel known = new ReferenceModel();
            commitments.listAll().forEach(commitment -> projection
                    .events(commitment)
                    .forEach(event -> known.add(commitment.code(), event)));
            return known;
        });
    }

    /**
     * Writes a number of random events. Their days go from the first to the last; one in five is late by up to a year.
     */
    void write(int facts, RandomInputs randomInputs, LocalDate first, LocalDate last, ReferenceModel model) {
        for (int done = 0; done < facts; done += EVENTS_PER_TRANSACTION) {
            int most = Math.min(EVENTS_PER_TRANSACTION, facts - done);
            long days = (last.toEpochDay() - first.toEpochDay()) * done / facts;
            LocalDate day = first.plusDays(days);
            Map<String, List<CommitmentEvent>> written =
                    QuarkusTransaction.requiringNew().call(() -> write(most, randomInputs, day, model));
            written.forEach((code, each) -> each.forEach(event -> model.add(code, event)));
        }
    }

    private Map<String, List<CommitmentEvent>> write(
            int facts, RandomInputs randomInputs, LocalDate today, ReferenceModel model) {
        ledger.lock();
        Map<String, List<CommitmentEvent>> written = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        while (codes.size() < COMMITMENTS_PER_TRANSACTION) codes.add(randomInputs.oneOf(model.codes()));
        for (int i = 0; i < facts; i++) {
            String code = randomInputs.oneOf(List.copyOf(codes));
            LocalDate day = randomInputs.percentChance(20) ? randomInputs.day(today.minusDays(365), today) : today;
            written.computeIfAbsent(code, c -> new ArrayList<>()).add(write(code, randomInputs, day, model, written));
        }
        projection.catchUp(codes.stream().map(commitments::byCode).toList());
        return written;
    }

    private CommitmentEvent write(
            String code,
            RandomInputs randomInputs,
            LocalDate day,
            ReferenceModel model,
            Map<String, List<CommitmentEvent>> written) {
        if (randomInputs.percentChance(1)) return appendCorrectedText(code, randomInputs);
        if (randomInputs.percentChance(40)) return appendEdit(code, day, randomInputs.edit(day));
        if (randomInputs.percentChance(10)) return appendAssessment(code, day, randomInputs, model, written);
        List<UpdateAccepted> updates = new ArrayList<>(model.updates(code));
        written.getOrDefault(code, List.of()).stream()
                .filter(UpdateAccepted.class::isInstance)
                .map(UpdateAccepted.class::cast)
                .forEach(updates::add);
        if (!updates.isEmpty() && randomInputs.percentChance(10)) {
            UpdateAccepted accepted = randomInputs.oneOf(updates);
            boolean standalone = randomInputs.percentChance(30);
            LocalDate on = standalone ? day : accepted.effectiveOn();
            AddedEvidence addedEvidence = randomInputs.addedEvidence(
                    code + "-E", standalone ? null : accepted.update().id());
            return new EvidenceAdded(append(code, CommitmentEntryKinds.EVIDENCE, on, addedEvidence), on, addedEvidence);
        }
        String id = code + "-U" + (updates.size() + 1);
        if (updates.isEmpty() || !randomInputs.percentChance(15))
            return appendUpdate(code, day, randomInputs.update(id, null));
        UpdateAccepted corrected = randomInputs.oneOf(updates);
        LocalDate on = randomInputs.percentChance(70) ? corrected.effectiveOn() : day;
        return appendUpdate(code, on, randomInputs.update(id, corrected.update()));
    }

    private CommitmentEvent appendAssessment(
            String code,
            LocalDate day,
            RandomInputs randomInputs,
            ReferenceModel model,
            Map<String, List<CommitmentEvent>> written) {
        List<CommitmentEvent> all = new ArrayList<>(model.oracle(code).commitmentEvents());
        all.addAll(written.getOrDefault(code, List.of()));
        AssessmentOutcome outcome = randomInputs.assessment(code + "-A" + (all.size() + 1), all);
        return new Assessed(append(code, CommitmentEntryKinds.ASSESSED, day, outcome), day, outcome);
    }

    private CommitmentEvent appendCorrectedText(String code, RandomInputs randomInputs) {
        Commitment commitment = commitments.byCode(code);
        CommitmentText better = randomInputs.correctedText(commitment.text());
        commitment.correct(better, Entered.api);
        return new TextRecorded(append(code, CommitmentEntryKinds.CORRECTED, null, better), better);
    }

    Edited appendEdit(String code, LocalDate on, CommitmentEdit edit) {
        return new Edited(append(code, CommitmentEntryKinds.EDITED, on, edit), on, edit);
    }

    UpdateAccepted appendUpdate(String code, LocalDate on, AcceptedUpdate update) {
        return new UpdateAccepted(append(code, CommitmentEntryKinds.ACCEPTED, on, update), on, update);
    }

    private EntryRef append(String code, String kind, LocalDate on, Record body) {
        return ledger.append(new NewEntry("a test", CommitmentEntryKinds.subject(code), kind, on, null, body));
    }

    /** Writes one update and adds it to the model. */
    EntryRef writeUpdate(String code, LocalDate on, AcceptedUpdate update, ReferenceModel model) {
        return writeEvent(code, () -> appendUpdate(code, on, update), model);
    }

    /** Writes one edit and adds it to the model. */
    EntryRef writeEdit(String code, LocalDate on, CommitmentEdit edit, ReferenceModel model) {
        return writeEvent(code, () -> appendEdit(code, on, edit), model);
    }

    private EntryRef writeEvent(String code, Supplier<CommitmentEvent> write, ReferenceModel model) {
        CommitmentEvent written = QuarkusTransaction.requiringNew().call(() -> {
            ledger.lock();
            CommitmentEvent event = write.get();
            projection.catchUp(List.of(commitments.byCode(code)));
            return event;
        });
        model.add(code, written);
        return written.recorded();
    }

    /** Corrects the adoption and the reporting interval of an instrument. */
    void writeInstrumentCorrection(String code, LocalDate adopted, int reportingIntervalDays, ReferenceModel model) {
        InstrumentRecorded written = QuarkusTransaction.requiringNew().call(() -> {
            ledger.lock();
            Instrument instrument = instruments.byCode(code);
            InstrumentView view = instrument.view();
            String corrected = JsonText.write(view)
                    .replace("\"" + view.adopted().date() + "\"", "\"" + adopted + "\"")
                    .replace(
                            "\"reportingIntervalDays\":" + view.reportingIntervalDays(),
                            "\"reportingIntervalDays\":" + reportingIntervalDays);
            instrument.revise(
                    JsonText.read(corrected, InstrumentView.class),
                    instrument.ledgerBody().place());
            EntryRef recorded = ledger.append(
                    new NewEntry("a test", "instrument/" + code, "corrected", null, null, instrument.ledgerBody()));
            projection.catchUp(commitments.list("instrument", code));
            return new InstrumentRecorded(recorded, adopted, reportingIntervalDays);
        });
        model.codes().stream()
                .filter(commitment -> commitment.startsWith(code + "."))
                .forEach(commitment -> model.add(commitment, written));
    }
}
