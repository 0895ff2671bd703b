package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.servanda.access.Caller;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.StatusHistory.DatedStatus;
import org.servanda.commitments.timeline.StatusHistory.IllegalTransition;
import org.servanda.commitments.timeline.UpdateHistory;
import org.servanda.commitments.timeline.UpdateHistory.CorrectableUpdate;
import org.servanda.commitments.timeline.UpdateHistory.ProposedUpdate;
import org.servanda.commitments.timeline.UpdateHistory.TransitionViolation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * An objection to an update: it speaks for the wrong party, corrects what it may not, or makes an illegal transition of the
 * status. It is looked for when an update is submitted and again when it is accepted (rule 2.10).
 *
 * @param reason type of the problem that is answered when the update is submitted
 * @param fault the place of the fault in the body, what is wrong, and what to do instead
 */
record UpdateObjection(ProblemType reason, Fault fault) {

    ProblemException refusal() {
        return new ProblemException(reason, fault.message() + ".", List.of(fault));
    }

    /** The first objection to an update; empty where the update can be recorded. */
    static Optional<UpdateObjection> to(UpdateBody update, UpdateHistory history) {
        return missingParty(update, history)
                .or(() -> wrongScope(update, history))
                .or(() -> illegalTransition(update, history));
    }

    /** Rule 4.3: where an update about the whole would speak for each party, a focal point names its own party. */
    private static Optional<UpdateObjection> missingParty(UpdateBody update, UpdateHistory history) {
        String focalPoint = Caller.partyOf(update.submittedBy());
        boolean onBehalfOfParties = focalPoint != null
                && update.party() == null
                && update.corrects() == null
                && history.speaksForEach(update.effectiveOn());
        if (onBehalfOfParties
                && !history.reportableParties(update.effectiveOn()).contains(focalPoint))
            return Optional.of(new UpdateObjection(
                    ProblemType.FORBIDDEN,
                    Fault.body(
                            "/party",
                            "Here the whole follows from the parties bound, and " + focalPoint
                                    + " is none of them; tell the secretariat, which reports about the whole")));
        return onBehalfOfParties
                ? Optional.of(new UpdateObjection(
                        ProblemType.FORBIDDEN,
                        Fault.body(
                                "/party",
                                "Here a report about the whole speaks for each party; report again with the party you speak for, "
                                        + focalPoint)))
                : Optional.empty();
    }

    /** Rules 3.1, 3.2 and 3.3, so that rule 3.4 holds. */
    private static Optional<UpdateObjection> wrongScope(UpdateBody update, UpdateHistory history) {
        if (update.corrects() == null) return Optional.empty();
        String focalPoint = Caller.partyOf(update.submittedBy());
        Optional<CorrectableUpdate> corrected = correctedUpdate(update, history);
        Predicate<CorrectableUpdate> correctableBySpeaker =
                correctable -> mayCorrect(focalPoint, correctable, update.effectiveOn(), history);
        Predicate<CorrectableUpdate> sameScope = correctable -> Objects.equals(correctable.party(), update.party());
        if (corrected.filter(correctableBySpeaker.and(sameScope)).isPresent()) return Optional.empty();
        String why = corrected
                .map(correctable -> sameScope.test(correctable)
                        ? differentSpeaker(correctable, focalPoint)
                        : differentScope(correctable, update))
                .orElse(update.corrects() + " is not an accepted update that still counts here");
        List<String> correctable = history.correctable().stream()
                .filter(correctableBySpeaker.and(sameScope))
                .map(CorrectableUpdate::id)
                .toList();
        return Optional.of(new UpdateObjection(
                ProblemType.ILLEGAL_MOVE, Fault.body("/corrects", why).allowing(correctable, "")));
    }

    /** Rule 3.3. */
    private static boolean mayCorrect(
            String focalPoint, CorrectableUpdate corrected, LocalDate day, UpdateHistory history) {
        if (focalPoint == null || focalPoint.equals(corrected.speaker())) return true;
        LocalDate first = corrected.effectiveOn().isBefore(day) ? corrected.effectiveOn() : day;
        return corrected.speaker() == null && history.speaksForNoneFrom(first);
    }

    private static Optional<CorrectableUpdate> correctedUpdate(UpdateBody update, UpdateHistory history) {
        return history.correctable().stream()
                .filter(corrected -> corrected.id().equals(update.corrects()))
                .findFirst();
    }

    private static String differentScope(CorrectableUpdate corrected, UpdateBody update) {
        String scope = corrected.party() == null
                ? " is about the commitment as a whole, and so is its correction"
                : " is about " + corrected.party() + " alone, and so is its correction";
        String instead = update.party() == null
                ? "; name " + corrected.party() + " as party, or report without corrects"
                : "; to say where " + update.party() + " stands, report for it without corrects";
        return corrected.id() + scope + instead;
    }

    private static String differentSpeaker(CorrectableUpdate corrected, String focalPoint) {
        String whose = corrected.speaker() == null ? "the secretariat" : corrected.speaker();
        return corrected.id() + " is what " + whose + " reported, for the secretariat to correct; report for "
                + focalPoint + " without corrects";
    }

    private static Optional<UpdateObjection> illegalTransition(UpdateBody update, UpdateHistory history) {
        Optional<CorrectableUpdate> corrected = correctedUpdate(update, history);
        String focalPoint = Caller.partyOf(update.submittedBy());
        String partyOfUpdate = update.party() != null ? update.party() : focalPoint;
        String speaker = partyOfUpdate != null
                ? partyOfUpdate
                : corrected.map(CorrectableUpdate::speaker).orElse(null);
        boolean mayReopen = focalPoint == null && update.reason() != null;
        DatedStatus datedStatus =
                new DatedStatus(update.effectiveOn(), update.status(), update.id(), mayReopen, focalPoint != null);
        return history.firstViolation(new ProposedUpdate(datedStatus, update.party(), speaker, update.corrects()))
                .map(violation -> explain(violation, focalPoint != null));
    }

    private static UpdateObjection explain(TransitionViolation violation, boolean byFocalPoint) {
        IllegalTransition transition = violation.transition();
        if (byFocalPoint && transition.reopens() && !transition.late())
            return new UpdateObjection(
                    ProblemType.FORBIDDEN,
                    Fault.body(
                            "/status",
                            "Only the secretariat takes up again what was closed" + since(transition.from())));
        Status from = transition.from().status();
        Status to = transition.to().status();
        String whose = violation.party() == null ? "it" : violation.party();
        String where = transition.late()
                ? "the later report " + transition.to().updateId() + " would become a move from " + from + " to " + to
                : whose + " stood at " + from + since(transition.from()) + ", from where it cannot become " + to;
        String why = !transition.reopens()
                ? ""
                : transition.late()
                        ? "; only the secretariat has what was closed taken up again, with a reason"
                        : "; to take up again what was closed needs a reason";
        Fault fault = Fault.body("/status", where + why);
        // The statuses that may follow can be listed; those that fit between two updates depend on both of them.
        return new UpdateObjection(
                ProblemType.ILLEGAL_MOVE, transition.late() ? fault : fault.allowing(following(from), to.name()));
    }

    private static List<String> following(Status from) {
        Set<Status> following = EnumSet.noneOf(Status.class);
        following.addAll(from.next());
        if (!from.open()) following.add(Status.in_progress);
        return following.stream().map(Status::name).sorted().toList();
    }

    private static String since(DatedStatus datedStatus) {
        return datedStatus.updateId() == null
                ? " by its text"
                : " since " + datedStatus.effectiveOn() + " (" + datedStatus.updateId() + ")";
    }
}
