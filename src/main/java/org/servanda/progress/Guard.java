package org.servanda.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Checks;
import org.servanda.commitments.Chronicle;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.Course;
import org.servanda.commitments.Course.Misstep;
import org.servanda.commitments.Course.Step;
import org.servanda.commitments.Promise;
import org.servanda.commitments.Status;
import org.servanda.files.EvidenceFiles;
import org.servanda.instruments.Instruments;
import org.servanda.time.Calendar;
import org.servanda.web.Problem.Fault;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/** Judges an update: whether it says all it must, and whether it fits what was reported before and after it. */
@ApplicationScoped
class Guard {

    /** Nobody moves a commitment there without showing something for it. */
    private static final Set<Status> NEEDS_EVIDENCE = EnumSet.of(Status.operational, Status.completed);

    private static final Set<Status> NEEDS_REASON = EnumSet.of(Status.suspended, Status.cancelled, Status.superseded);

    private final Chronicle chronicle;
    private final Commitments commitments;
    private final Instruments instruments;
    private final EvidenceFiles files;
    private final Calendar calendar;
    private final Clock clock;

    Guard(
            Chronicle chronicle,
            Commitments commitments,
            Instruments instruments,
            EvidenceFiles files,
            Calendar calendar,
            Clock clock) {
        this.chronicle = chronicle;
        this.commitments = commitments;
        this.instruments = instruments;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Everything that is wrong with a report by itself. */
    void check(NewUpdate report, Commitment commitment) {
        Checks checks = new Checks();
        day(report.effectiveOn(), "/effectiveOn", commitment, checks);
        checks.given(report.status(), "/status");
        if (report.percent() != null && (report.percent() < 0 || report.percent() > 100))
            checks.fault("/percent", "must be from 0 to 100");
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
        List<String> parties = commitment.promise().parties();
        checks.code(report.party(), parties, "party bound by " + commitment.code(), "/party");
        successor(report, commitment, checks);
        checks.refuse();
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

    /** Why a report cannot be accepted as things stand; none when it can. */
    Optional<Fault> obstacle(UpdateBody report, Commitment commitment) {
        return obstacle(report, chronicle.courses(commitment, report.effectiveOn(), report.party()));
    }

    private static Optional<Fault> obstacle(UpdateBody report, List<Course> courses) {
        boolean corrects = report.corrects() != null;
        if (corrects && courses.stream().noneMatch(course -> course.holds(report.corrects()))) {
            List<String> correctable = courses.stream()
                    .flatMap(course -> course.steps().stream())
                    .map(Step::update)
                    .filter(update -> update != null)
                    .distinct()
                    .toList();
            return Optional.of(
                    Fault.body("/corrects", report.corrects() + " is not an accepted update that still counts here")
                            .allowing(correctable, ""));
        }
        Step step = new Step(report.effectiveOn(), report.status(), report.id(), report.reason() != null);
        return courses.stream()
                .flatMap(course ->
                        course.misstep(step, report.corrects()).map(misstep -> explain(course, misstep)).stream())
                .findFirst();
    }

    /** @param secretariat who may take up again what was closed, and speak for every party */
    void requireLegal(UpdateBody report, Commitment commitment, boolean secretariat) {
        List<Course> courses = chronicle.courses(commitment, report.effectiveOn(), report.party());
        boolean forEach = report.party() == null && courses.stream().anyMatch(course -> course.party() != null);
        if (!secretariat && forEach)
            throw new Refusal(
                    Reason.FORBIDDEN,
                    "Here a report about the whole speaks for each party; name the one you report for as party.");
        boolean reopens = courses.stream()
                .anyMatch(course -> course.reopenedBy(report.effectiveOn(), report.status(), report.corrects()));
        if (!secretariat && reopens)
            throw new Refusal(Reason.FORBIDDEN, "Only the secretariat takes up again what was closed.");
        obstacle(report, courses).ifPresent(fault -> {
            throw new Refusal(Reason.ILLEGAL_MOVE, fault.message() + ".", List.of(fault));
        });
    }

    private static Fault explain(Course course, Misstep misstep) {
        Status from = misstep.from().status();
        Status to = misstep.to().status();
        String whose = course.party() == null ? "it" : course.party();
        String where = misstep.late()
                ? "the later report " + misstep.to().update() + " would become a move from " + from + " to " + to
                : whose + " stood at " + from + since(misstep.from()) + ", from where it cannot become " + to;
        String why = from.reopens(to) ? "; to take up again what was closed needs a reason" : "";
        Fault fault = Fault.body("/status", where + why);
        // What fits between two reports is for who reports to find; what follows on one can be listed.
        return misstep.late() ? fault : fault.allowing(following(from), to.name());
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

    /** The parties for which someone may report on a commitment: bound, stated or assigned to lead or to support. */
    static Set<String> concerned(Promise promise, Set<String> assigned) {
        Set<String> parties = new TreeSet<>(promise.parties());
        parties.addAll(promise.supporting());
        if (promise.owner().parties() != null) parties.addAll(promise.owner().parties());
        parties.addAll(assigned);
        return parties;
    }
}
