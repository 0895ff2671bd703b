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

/** Writes to the register of a test, and tells a recollection of it what was written. */
@ApplicationScoped
class ModelDriver {

    private static final int FACTS_AT_ONCE = 25;
    private static final int COMMITMENTS_AT_ONCE = 5;

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

    /** What the register says before anything is written. */
    ReferenceModel recollection() {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReferenceModel known = new ReferenceModel();
            commitments
                    .listAll()
                    .forEach(its -> projection.events(its).forEach(event -> known.tell(its.code(), event)));
            return known;
        });
    }

    /**
     * Writes so many random facts. Their days go from the first to the last; one in five is late by up to a year.
     */
    void write(int facts, RandomInputs randomInputs, LocalDate first, LocalDate last, ReferenceModel model) {
        for (int done = 0; done < facts; done += FACTS_AT_ONCE) {
            int most = Math.min(FACTS_AT_ONCE, facts - done);
            long days = (last.toEpochDay() - first.toEpochDay()) * done / facts;
            LocalDate day = first.plusDays(days);
            Map<String, List<CommitmentEvent>> told =
                    QuarkusTransaction.requiringNew().call(() -> write(most, randomInputs, day, model));
            told.forEach((code, each) -> each.forEach(event -> model.tell(code, event)));
        }
    }

    private Map<String, List<CommitmentEvent>> write(
            int facts, RandomInputs randomInputs, LocalDate today, ReferenceModel model) {
        ledger.lock();
        Map<String, List<CommitmentEvent>> told = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        while (codes.size() < COMMITMENTS_AT_ONCE) codes.add(randomInputs.one(model.codes()));
        for (int i = 0; i < facts; i++) {
            String code = randomInputs.one(List.copyOf(codes));
            LocalDate day = randomInputs.in100(20) ? randomInputs.day(today.minusDays(365), today) : today;
            told.computeIfAbsent(code, c -> new ArrayList<>()).add(write(code, randomInputs, day, model, told));
        }
        projection.catchUp(codes.stream().map(commitments::byCode).toList());
        return told;
    }

    private CommitmentEvent write(
            String code,
            RandomInputs randomInputs,
            LocalDate day,
            ReferenceModel model,
            Map<String, List<CommitmentEvent>> told) {
        if (randomInputs.in100(1)) return reread(code, randomInputs);
        if (randomInputs.in100(40)) return edit(code, day, randomInputs.edit(day));
        if (randomInputs.in100(10)) return assess(code, day, randomInputs, model, told);
        List<UpdateAccepted> reports = new ArrayList<>(model.reports(code));
        told.getOrDefault(code, List.of()).stream()
                .filter(UpdateAccepted.class::isInstance)
                .map(UpdateAccepted.class::cast)
                .forEach(reports::add);
        if (!reports.isEmpty() && randomInputs.in100(10)) {
            UpdateAccepted accepted = randomInputs.one(reports);
            boolean alone = randomInputs.in100(30);
            LocalDate on = alone ? day : accepted.effectiveOn();
            AddedEvidence addedEvidence = randomInputs.backing(
                    code + "-E", alone ? null : accepted.update().id());
            return new EvidenceAdded(append(code, CommitmentEntryKinds.EVIDENCE, on, addedEvidence), on, addedEvidence);
        }
        String id = code + "-U" + (reports.size() + 1);
        if (reports.isEmpty() || !randomInputs.in100(15)) return report(code, day, randomInputs.report(id, null));
        UpdateAccepted wrong = randomInputs.one(reports);
        LocalDate on = randomInputs.in100(70) ? wrong.effectiveOn() : day;
        return report(code, on, randomInputs.report(id, wrong.update()));
    }

    private CommitmentEvent assess(
            String code,
            LocalDate day,
            RandomInputs randomInputs,
            ReferenceModel model,
            Map<String, List<CommitmentEvent>> told) {
        List<CommitmentEvent> all = new ArrayList<>(model.oracle(code).facts());
        all.addAll(told.getOrDefault(code, List.of()));
        AssessmentOutcome outcome = randomInputs.verdict(code + "-A" + (all.size() + 1), all);
        return new Assessed(append(code, CommitmentEntryKinds.ASSESSED, day, outcome), day, outcome);
    }

    private CommitmentEvent reread(String code, RandomInputs randomInputs) {
        Commitment commitment = commitments.byCode(code);
        CommitmentText better = randomInputs.betterReading(commitment.text());
        commitment.correct(better, Entered.api);
        return new TextRecorded(append(code, CommitmentEntryKinds.CORRECTED, null, better), better);
    }

    Edited edit(String code, LocalDate on, CommitmentEdit edit) {
        return new Edited(append(code, CommitmentEntryKinds.EDITED, on, edit), on, edit);
    }

    UpdateAccepted report(String code, LocalDate on, AcceptedUpdate update) {
        return new UpdateAccepted(append(code, CommitmentEntryKinds.ACCEPTED, on, update), on, update);
    }

    private EntryRef append(String code, String kind, LocalDate on, Record body) {
        return ledger.append(new NewEntry("a test", CommitmentEntryKinds.subject(code), kind, on, null, body));
    }

    /** Writes one report and tells what was recorded. */
    EntryRef reportAlone(String code, LocalDate on, AcceptedUpdate update, ReferenceModel model) {
        return alone(code, () -> report(code, on, update), model);
    }

    /** Writes one edit and tells what was recorded. */
    EntryRef editAlone(String code, LocalDate on, CommitmentEdit edit, ReferenceModel model) {
        return alone(code, () -> edit(code, on, edit), model);
    }

    private EntryRef alone(String code, Supplier<CommitmentEvent> write, ReferenceModel model) {
        CommitmentEvent told = QuarkusTransaction.requiringNew().call(() -> {
            ledger.lock();
            CommitmentEvent event = write.get();
            projection.catchUp(List.of(commitments.byCode(code)));
            return event;
        });
        model.tell(code, told);
        return told.recorded();
    }

    /** Corrects when an instrument was adopted and how often it is to be reported on. */
    void correct(String code, LocalDate adopted, int reportingIntervalDays, ReferenceModel model) {
        InstrumentRecorded told = QuarkusTransaction.requiringNew().call(() -> {
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
                    instrument.placed().place());
            EntryRef recorded = ledger.append(
                    new NewEntry("a test", "instrument/" + code, "corrected", null, null, instrument.placed()));
            projection.catchUp(commitments.list("instrument", code));
            return new InstrumentRecorded(recorded, adopted, reportingIntervalDays);
        });
        model.codes().stream().filter(its -> its.startsWith(code + ".")).forEach(its -> model.tell(its, told));
    }
}
