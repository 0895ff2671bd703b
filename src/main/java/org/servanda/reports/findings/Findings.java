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

    /** How many days before a report date a change of status is worth a look. */
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

    private final CommitmentView its;
    private final CommitmentEntries commitmentEntries;
    private final Map<Long, Entry> entries = new HashMap<>();
    private final FindingsQuery wanted;
    private final Labels labels;
    private final Labels zh;
    private final Labels en;
    private final List<FindingRow> all = new ArrayList<>();

    Findings(CommitmentView its, CommitmentEntries commitmentEntries, FindingsQuery wanted, Labels labels) {
        this.its = its;
        this.commitmentEntries = commitmentEntries;
        commitmentEntries.entries().forEach(entry -> entries.put(entry.sequence(), entry));
        this.wanted = wanted;
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
        if (its.divergences() == null) return;
        for (Divergence divergence : its.divergences())
            add(
                    FindingKind.divergence_open,
                    null,
                    commitmentEntries.lastTextEntry().sequence(),
                    null,
                    called("divergenceKind", divergence.kind()).and(divergence.note()));
    }

    void ofWhatWasSaid(AcceptedProgress acceptedProgress) {
        acceptedProgress.updates().forEach(this::ofReport);
        acceptedProgress.assessments().stream()
                .filter(assessment -> assessment.corrects() != null)
                .forEach(this::ofAssessment);
        acceptedProgress.evidence().stream()
                .filter(item -> item.evidence().url() != null && item.evidence().sha256() == null)
                .forEach(this::ofEvidence);
    }

    private void ofReport(AcceptedUpdateEntry report) {
        boolean alone = report.submittedBy().equals(report.decidedBy());
        if (Caller.sameSide(report.submittedBy(), report.decidedBy()))
            add(
                    FindingKind.accepted_by_own_side,
                    report.effectiveOn(),
                    report.entry().sequence(),
                    report.id(),
                    alone
                            ? Detail.of("findings.acceptedBySubmitter")
                            : Detail.of("findings.acceptedBySameSide", report.submittedBy()));
        if (report.corrects() != null)
            add(
                    FindingKind.corrected_after_publication,
                    report.effectiveOn(),
                    report.entry().sequence(),
                    report.id(),
                    corrects(report.corrects()).and(report.reason()));
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

    /** @param moves up to the day, in the order of the world */
    void ofMoves(List<StatusTransition> transitions, SortedSet<LocalDate> reportDates) {
        // A report of the party that leads moves the party and the whole: once is enough.
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
            // Rule 12.6: what holds from the first day on changed nothing but what the text says.
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

    /** Whether the status at the coordinates says that it is done, and nobody independent shows it. */
    void unbacked(AcceptedProgress acceptedProgress, List<StatusTransition> transitions) {
        if (!DONE.contains(its.status())) return;
        List<EvidenceView> backing = acceptedProgress.backing();
        if (backing.stream().anyMatch(item -> item.evidence().sourceClass() == SourceClass.independent)) return;
        Optional<StatusTransition> last = transitions.stream()
                .filter(transition -> transition.party() == null)
                .reduce((former, next) -> next);
        Detail status = called("status", its.status());
        int n = backing.size();
        add(
                FindingKind.completed_without_independent_evidence,
                its.statusSince(),
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
        if (!wanted.wants(kind)) return;
        Entry brought = entries.get(entry);
        all.add(new FindingRow(
                its.code(),
                its.instrument(),
                its.title() == null ? null : its.title().zh(),
                its.title() == null ? null : its.title().en(),
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
