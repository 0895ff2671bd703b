package org.servanda.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Caller;
import org.servanda.commitments.Assignments;
import org.servanda.commitments.Checks;
import org.servanda.commitments.Chronicle;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.Course.Misstep;
import org.servanda.commitments.Course.Step;
import org.servanda.commitments.Promise;
import org.servanda.commitments.ReportingHistory;
import org.servanda.commitments.ReportingHistory.Candidate;
import org.servanda.commitments.ReportingHistory.Correctable;
import org.servanda.commitments.ReportingHistory.Illegal;
import org.servanda.commitments.Status;
import org.servanda.files.EvidenceFiles;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.Registers;
import org.servanda.time.Calendar;
import org.servanda.web.Problem.Fault;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/** Judges an update: whether it says all it must, and whether it fits what was reported before and after it. */
@ApplicationScoped
class Guard {

    /** Nobody moves a commitment there without showing something for it (rule 2.11). */
    private static final Set<Status> NEEDS_EVIDENCE = EnumSet.of(Status.operational, Status.completed);

    private static final Set<Status> NEEDS_REASON = EnumSet.of(Status.suspended, Status.cancelled, Status.superseded);

    private final Chronicle chronicle;
    private final Commitments commitments;
    private final Instruments instruments;
    private final Assignments assignments;
    private final Registers registers;
    private final EvidenceFiles files;
    private final Calendar calendar;
    private final Clock clock;

    Guard(
            Chronicle chronicle,
            Commitments commitments,
            Instruments instruments,
            Assignments assignments,
            Registers registers,
            EvidenceFiles files,
            Calendar calendar,
            Clock clock) {
        this.chronicle = chronicle;
        this.commitments = commitments;
        this.instruments = instruments;
        this.assignments = assignments;
        this.registers = registers;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Everything that is wrong with a report by itself. */
    void check(NewUpdate report, Commitment commitment) {
        Checks checks = new Checks();
        day(report.effectiveOn(), "/effectiveOn", commitment, checks);
        checks.given(report.status(), "/status");
        percent(report, checks);
        checks.given(report.narrative(), "/narrative");
        checks.length(report.narrative(), NewUpdate.LONGEST_NARRATIVE, "/narrative");
        checks.length(report.reason(), NewUpdate.LONGEST_NARRATIVE, "/reason");
        List<Evidence> evidence = report.evidence() == null ? List.of() : report.evidence();
        if (evidence.isEmpty() && NEEDS_EVIDENCE.contains(report.status()))
            checks.fault("/evidence", "is missing: " + report.status() + " needs one at least");
        evidence(evidence, checks);
        if (report.reason() == null && NEEDS_REASON.contains(report.status()))
            checks.fault("/reason", "is missing: " + report.status() + " needs one");
        if (report.reason() == null && report.corrects() != null)
            checks.fault("/reason", "is missing: a correction says why");
        party(report, commitment, checks);
        successor(report, commitment, checks);
        checks.refuse();
    }

    /** Rule 2.11: what is completed is done. */
    private static void percent(NewUpdate report, Checks checks) {
        Integer percent = report.percent() == null ? null : report.percent().value();
        if (percent == null) return;
        if (percent < 0 || percent > PercentStatement.MOST)
            checks.fault("/percent", "must be from 0 to " + PercentStatement.MOST);
        else if (report.status() == Status.completed && percent < PercentStatement.MOST)
            checks.fault("/percent", "is " + PercentStatement.MOST + " or left out where the status is completed");
    }

    /** Rule 2.6. */
    private void party(NewUpdate report, Commitment commitment, Checks checks) {
        if (report.party() == null) return;
        List<String> parties = report.effectiveOn() == null
                ? commitment.promise().parties()
                : chronicle.reportingHistory(commitment).parties(report.effectiveOn());
        checks.code(report.party(), parties, "party that " + commitment.code() + " binds or that leads it", "/party");
    }

    /** A day that something can be said of: since the commitment was made, and not to come. */
    void day(LocalDate day, String pointer, Commitment commitment, Checks checks) {
        if (!checks.given(day, pointer)) return;
        LocalDate today = calendar.today();
        if (day.isAfter(today)) checks.fault(pointer, "has not come yet; today is " + today);
        LocalDate adopted =
                instruments.byCode(commitment.instrument()).view().adopted().date();
        if (day.isBefore(adopted)) checks.fault(pointer, "is before the commitment was made, on " + adopted);
    }

    void evidence(List<Evidence> evidence, Checks checks) {
        if (evidence.size() > NewUpdate.MOST_EVIDENCE)
            checks.fault("/evidence", "holds more than " + NewUpdate.MOST_EVIDENCE);
        for (int i = 0; i < evidence.size(); i++) {
            String pointer = "/evidence/" + i;
            if (checks.given(evidence.get(i), pointer)) evidence(evidence.get(i), pointer, checks);
        }
    }

    void evidence(Evidence evidence, String pointer, Checks checks) {
        evidence.check(pointer, clock.instant(), checks);
        if (evidence.file() != null && !files.exists(evidence.file()))
            checks.fault(pointer + "/file", "there is no such file here; upload it first, POST /api/v1/files");
    }

    private void successor(NewUpdate report, Commitment commitment, Checks checks) {
        String successor = report.successor();
        if (report.status() != Status.superseded) {
            if (successor != null) checks.fault("/successor", "belongs to the status superseded only");
            return;
        }
        if (!checks.given(successor, "/successor")) return;
        if (successor.equals(commitment.code())) checks.fault("/successor", "cannot be the commitment itself");
        else if (commitments.findByCode(successor).isEmpty())
            checks.fault("/successor", "there is no commitment " + successor);
    }

    /**
     * Why a report cannot be recorded or accepted as things stand.
     *
     * @param reason which of the reasons for a refusal it is when the report is sent
     * @param fault what is wrong, where, and what to do instead
     */
    record Objection(Reason reason, Fault fault) {

        Refusal refusal() {
            return new Refusal(reason, fault.message() + ".", List.of(fault));
        }
    }

    /** Why a waiting report cannot be accepted any more: all that is asked of a new one is asked again (rule 2.10). */
    Optional<Fault> obstacle(UpdateBody report, Commitment commitment) {
        try {
            check(NewUpdate.of(report), commitment);
        } catch (Refusal refusal) {
            return refusal.faults().stream().findFirst();
        }
        String party = Caller.focalPointIn(report.submittedBy());
        if (party != null && !concerned(commitment).contains(party))
            return Optional.of(Fault.body(
                    "/party", party + " neither is bound by " + commitment.code() + " nor leads or supports it now"));
        return objection(report, commitment).map(Objection::fault);
    }

    /** What speaks against a report as things stand; none when it can be recorded. */
    Optional<Objection> objection(UpdateBody report, Commitment commitment) {
        ReportingHistory history = chronicle.reportingHistory(commitment);
        return unnamed(report, history)
                .or(() -> beyondItsScope(report, history))
                .or(() -> illegal(report, history));
    }

    /** Rule 4.3: where a report about the whole would speak for each party, a focal point names its own. */
    private static Optional<Objection> unnamed(UpdateBody report, ReportingHistory history) {
        String focalPoint = Caller.focalPointIn(report.submittedBy());
        boolean forEach = focalPoint != null
                && report.party() == null
                && report.corrects() == null
                && history.speaksForEach(report.effectiveOn());
        if (forEach && !history.parties(report.effectiveOn()).contains(focalPoint))
            return Optional.of(new Objection(
                    Reason.FORBIDDEN,
                    Fault.body(
                            "/party",
                            "Here the whole follows from the parties bound, and " + focalPoint
                                    + " is none of them; tell the secretariat, which reports about the whole")));
        return forEach
                ? Optional.of(new Objection(
                        Reason.FORBIDDEN,
                        Fault.body(
                                "/party",
                                "Here a report about the whole speaks for each party; report again with the party you speak for, "
                                        + focalPoint)))
                : Optional.empty();
    }

    /** Rules 3.1, 3.2 and 3.3, so that rule 3.4 holds. */
    private static Optional<Objection> beyondItsScope(UpdateBody report, ReportingHistory history) {
        if (report.corrects() == null) return Optional.empty();
        String focalPoint = Caller.focalPointIn(report.submittedBy());
        Optional<Correctable> corrected = corrected(report, history);
        Predicate<Correctable> mine = its -> mayCorrect(focalPoint, its, report.effectiveOn(), history);
        Predicate<Correctable> alike = its -> Objects.equals(its.party(), report.party());
        if (corrected.filter(mine.and(alike)).isPresent()) return Optional.empty();
        String why = corrected
                .map(its -> alike.test(its) ? ofAnother(its, focalPoint) : ofOtherScope(its, report))
                .orElse(report.corrects() + " is not an accepted update that still counts here");
        List<String> correctable = history.correctable().stream()
                .filter(mine.and(alike))
                .map(Correctable::id)
                .toList();
        return Optional.of(
                new Objection(Reason.ILLEGAL_MOVE, Fault.body("/corrects", why).allowing(correctable, "")));
    }

    /** Rule 3.3. */
    private static boolean mayCorrect(String focalPoint, Correctable its, LocalDate day, ReportingHistory history) {
        if (focalPoint == null || focalPoint.equals(its.speaker())) return true;
        LocalDate first = its.on().isBefore(day) ? its.on() : day;
        return its.speaker() == null && history.speaksForNoneFrom(first);
    }

    private static Optional<Correctable> corrected(UpdateBody report, ReportingHistory history) {
        return history.correctable().stream()
                .filter(its -> its.id().equals(report.corrects()))
                .findFirst();
    }

    private static String ofOtherScope(Correctable its, UpdateBody report) {
        String scope = its.party() == null
                ? " is about the commitment as a whole, and so is its correction"
                : " is about " + its.party() + " alone, and so is its correction";
        String instead = report.party() == null
                ? "; name " + its.party() + " as party, or report without corrects"
                : "; to say where " + report.party() + " stands, report for it without corrects";
        return its.id() + scope + instead;
    }

    private static String ofAnother(Correctable its, String focalPoint) {
        String whose = its.speaker() == null ? "the secretariat" : its.speaker();
        return its.id() + " is what " + whose + " reported, for the secretariat to correct; report for " + focalPoint
                + " without corrects";
    }

    private static Optional<Objection> illegal(UpdateBody report, ReportingHistory history) {
        Optional<Correctable> corrected = corrected(report, history);
        String focalPoint = Caller.focalPointIn(report.submittedBy());
        String own = report.party() != null ? report.party() : focalPoint;
        String speaker = own != null ? own : corrected.map(Correctable::speaker).orElse(null);
        boolean mayReopen = focalPoint == null && report.reason() != null;
        Step step = new Step(report.effectiveOn(), report.status(), report.id(), mayReopen, focalPoint != null);
        return history.illegal(new Candidate(step, report.party(), speaker, report.corrects()))
                .map(illegal -> explain(illegal, focalPoint != null));
    }

    private static Objection explain(Illegal illegal, boolean byFocalPoint) {
        Misstep misstep = illegal.misstep();
        if (byFocalPoint && misstep.reopens() && !misstep.late())
            return new Objection(
                    Reason.FORBIDDEN,
                    Fault.body(
                            "/status", "Only the secretariat takes up again what was closed" + since(misstep.from())));
        Status from = misstep.from().status();
        Status to = misstep.to().status();
        String whose = illegal.party() == null ? "it" : illegal.party();
        String where = misstep.late()
                ? "the later report " + misstep.to().update() + " would become a move from " + from + " to " + to
                : whose + " stood at " + from + since(misstep.from()) + ", from where it cannot become " + to;
        String why = !misstep.reopens()
                ? ""
                : misstep.late()
                        ? "; only the secretariat has what was closed taken up again, with a reason"
                        : "; to take up again what was closed needs a reason";
        Fault fault = Fault.body("/status", where + why);
        // What fits between two reports is for who reports to find; what follows on one can be listed.
        return new Objection(Reason.ILLEGAL_MOVE, misstep.late() ? fault : fault.allowing(following(from), to.name()));
    }

    private static List<String> following(Status from) {
        Set<Status> following = EnumSet.noneOf(Status.class);
        following.addAll(from.next());
        if (!from.open()) following.add(Status.in_progress);
        return following.stream().map(Status::name).sorted().toList();
    }

    private static String since(Step step) {
        return step.update() == null ? " by its text" : " since " + step.on() + " (" + step.update() + ")";
    }

    /** The parties for which someone may report on a commitment now. */
    Set<String> concerned(Commitment commitment) {
        return concerned(commitment.promise(), assignments.of(commitment.code(), registers.now()));
    }

    /** The parties for which someone may report on a commitment: bound, stated or assigned to lead or to support. */
    private static Set<String> concerned(Promise promise, Set<String> assigned) {
        Set<String> parties = new TreeSet<>(promise.parties());
        parties.addAll(promise.supporting());
        if (promise.owner().parties() != null) parties.addAll(promise.owner().parties());
        parties.addAll(assigned);
        return parties;
    }
}
