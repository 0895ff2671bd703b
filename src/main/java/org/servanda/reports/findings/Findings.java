package org.servanda.reports.findings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

import org.servanda.access.Caller;
import org.servanda.commitments.Status;
import org.servanda.commitments.history.CommitmentEntries;
import org.servanda.commitments.history.StatusTransition;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.instruments.Divergence;
import org.servanda.ledger.Entry;
import org.servanda.progress.EvidenceView;
import org.servanda.progress.SourceClass;
import org.servanda.progress.assessments.AssessmentView;
import org.servanda.progress.records.AcceptedProgress;
import org.servanda.progress.records.AcceptedProgress.AcceptedUpdateEntry;
import org.servanda.reports.Labels;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** Gathers the findings on one commitment; docs/reports.md has each rule in words. */
final class Findings {

    /** A change of status at most so many days before a report date is a finding. */
    private static final int DAYS_BEFORE = 7;

    private static final Set<Status> DONE = Set.of(Status.completed, Status.operational);

    /** What was found, in both languages. */
    private record Detail(String zh, String en) {

        static Detail of(String key, Object... arguments) {
            Bilingual text = Messages.of(key, arguments);
            return new Detail(text.zh(), text.en());
        }

        Detail and(Bilingual more) {
            if (more == null) return this;
            return new Detail(with(Language.zh, zh, more.zh()), with(Language.en, en, more.en()));
        }

        private static String with(Language language, String found, String reason) {
            return reason == null ? found : Messages.in(language, "findings.withReason", found, reason);
        }
    }

    private final CommitmentView commitment;
    private final CommitmentEntries commitmentEntries;
    private final Map<Long, Entry> entries = new HashMap<>();
    private final FindingsQuery query;
    private final Labels labels;
    private final Labels zh;
    private final Labels en;
    private final List<FindingRow> all = new ArrayList<>();

    Findings(CommitmentView commitment, CommitmentEntries commitmentEntries, FindingsQuery query, Labels labels) {
        this.commitment = commitment;
        this.commitmentEntries = commitmentEntries;
        commitmentEntries.entries().forEach(entry -> entries.put(entry.sequence(), entry));
        this.query = query;
        this.labels = labels;
        zh = labels.in(Language.zh);
        en = labels.in(Language.en);
    }

    List<FindingRow> all() {
        return all;
    }

    void ofTheText() {
        for (CommitmentEntries.TextCorrection reading : commitmentEntries.textCorrections()) {
            String fields = String.join(", ", reading.fields());
            add(
                    FindingKind.corrected_after_publication,
                    null,
                    reading.entry().sequence(),
                    null,
                    Detail.of("findings.textReadAgain", fields));
        }
        if (commitment.divergences() == null) return;
        for (Divergence divergence : commitment.divergences())
            add(
                    FindingKind.divergence_open,
                    null,
                    commitmentEntries.lastTextEntry().sequence(),
                    null,
                    called("divergenceKind", divergence.kind()).and(divergence.note()));
    }

    void ofProgress(AcceptedProgress acceptedProgress) {
        acceptedProgress.updates().forEach(this::ofUpdate);
        acceptedProgress.assessments().stream()
                .filter(assessment -> assessment.corrects() != null)
                .forEach(this::ofAssessment);
        acceptedProgress.evidence().stream()
                .filter(item -> item.evidence().url() != null && item.evidence().sha256() == null)
                .forEach(this::ofEvidence);
    }

    private void ofUpdate(AcceptedUpdateEntry update) {
        boolean alone = update.submittedBy().equals(update.decidedBy());
        if (Caller.sameSide(update.submittedBy(), update.decidedBy()))
            add(
                    FindingKind.accepted_by_own_side,
                    update.effectiveOn(),
                    update.entry().sequence(),
                    update.id(),
                    alone
                            ? Detail.of("findings.acceptedBySubmitter")
                            : Detail.of("findings.acceptedBySameSide", update.submittedBy()));
        if (update.corrects() != null)
            add(
                    FindingKind.corrected_after_publication,
                    update.effectiveOn(),
                    update.entry().sequence(),
                    update.id(),
                    corrects(update.corrects()).and(update.reason()));
    }

    private void ofAssessment(AssessmentView assessment) {
        add(
                FindingKind.corrected_after_publication,
                assessment.assessedOn(),
                assessment.entry(),
                assessment.id(),
                corrects(assessment.corrects()).and(assessment.reason()));
    }

    private static Detail corrects(String id) {
        return Detail.of("findings.corrects", id);
    }

    private void ofEvidence(EvidenceView item) {
        String url = item.evidence().url();
        add(
                FindingKind.evidence_without_digest,
                item.effectiveOn(),
                item.entry(),
                item.id() == null ? item.backs() : item.id(),
                new Detail(url, url).and(item.evidence().title()));
    }

    /** @param transitions up to the as-of day, by effective date */
    void ofTransitions(List<StatusTransition> transitions, SortedSet<LocalDate> reportDates) {
        // An update of the lead moves the party and the whole; one finding is enough.
        Set<Long> reopened = new HashSet<>();
        for (StatusTransition transition : transitions) {
            long entry = transition.cause().sequence();
            if (transition.reopens() && reopened.add(entry))
                add(
                        FindingKind.reopened,
                        transition.effectiveOn(),
                        entry,
                        transition.updateId(),
                        step(transition).and(reason(transition)));
            // Rule 12.6: a status that holds from the first day on changed nothing.
            if (transition.party() != null || transition.first()) continue;
            reportDates.stream()
                    .filter(date -> !date.isBefore(transition.effectiveOn())
                            && date.minusDays(DAYS_BEFORE).compareTo(transition.effectiveOn()) <= 0)
                    .findFirst()
                    .ifPresent(date -> add(
                            FindingKind.changed_before_report_date,
                            transition.effectiveOn(),
                            entry,
                            transition.updateId(),
                            step(transition).and(before(date, transition.effectiveOn()))));
        }
    }

    private static Bilingual before(LocalDate date, LocalDate on) {
        return Messages.of("findings.beforeReportDate", date, ChronoUnit.DAYS.between(on, date));
    }

    private Detail step(StatusTransition transition) {
        Detail from = called("status", transition.from());
        Detail to = called("status", transition.to());
        String party = transition.party() == null ? "" : transition.party() + " ";
        return new Detail(party + from.zh() + " → " + to.zh(), party + from.en() + " → " + to.en());
    }

    private static Bilingual reason(StatusTransition transition) {
        String reason = transition.cause().reason();
        return reason == null ? null : new Bilingual(reason, reason);
    }

    /** Adds a finding if the commitment is done at the read point and no independent evidence shows it. */
    void unbacked(AcceptedProgress acceptedProgress, List<StatusTransition> transitions) {
        if (!DONE.contains(commitment.status())) return;
        List<EvidenceView> backing = acceptedProgress.backing();
        if (backing.stream().anyMatch(item -> item.evidence().sourceClass() == SourceClass.independent)) return;
        Optional<StatusTransition> last = transitions.stream()
                .filter(transition -> transition.party() == null)
                .reduce((before, next) -> next);
        Detail status = called("status", commitment.status());
        int n = backing.size();
        add(
                FindingKind.completed_without_independent_evidence,
                commitment.statusSince(),
                last.map(StatusTransition::cause)
                        .orElseGet(commitmentEntries::lastTextEntry)
                        .sequence(),
                last.map(StatusTransition::updateId).orElse(null),
                new Detail(
                        Messages.in(Language.zh, "findings.noIndependentEvidence", status.zh(), n),
                        Messages.in(Language.en, "findings.noIndependentEvidence", status.en(), n)));
    }

    private Detail called(String vocabulary, Enum<?> word) {
        return new Detail(zh.word(vocabulary, word), en.word(vocabulary, word));
    }

    private void add(FindingKind kind, LocalDate on, long entry, String subject, Detail detail) {
        if (!query.wants(kind)) return;
        Entry brought = entries.get(entry);
        all.add(new FindingRow(
                commitment.code(),
                commitment.instrument(),
                commitment.title() == null ? null : commitment.title().zh(),
                commitment.title() == null ? null : commitment.title().en(),
                kind,
                labels.word("findingKind", kind),
                on,
                entry,
                brought.recordedAt(),
                brought.actor(),
                subject,
                detail.zh(),
                detail.en()));
    }
}
