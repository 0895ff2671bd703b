package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Status;

/**
 * The statuses of a commitment, or of one of its parties, by effective date: first the status of the text, then those of
 * the uncorrected updates. It judges whether one more update makes only legal transitions (rule 2.7).
 *
 * @param party code of the party; null for the commitment as a whole
 */
public record StatusHistory(String party, List<DatedStatus> statuses) {

    /**
     * A status that holds from a day on.
     *
     * @param updateId id of the update that states it; null for the text
     * @param mayReopen whether the update may reopen what was closed: by the secretariat, with a reason
     * @param byFocalPoint whether a focal point submitted it, who may not even make a later update reopen (rule 2.9)
     */
    public record DatedStatus(
            LocalDate effectiveOn, Status status, String updateId, boolean mayReopen, boolean byFocalPoint) {

        /** The status of the text comes before every update, whatever day the update is about (rule 2.13). */
        static DatedStatus stated(CommitmentText commitmentText) {
            return new DatedStatus(LocalDate.MIN, commitmentText.status(), null, false, false);
        }

        static DatedStatus of(UncorrectedUpdate update) {
            return new DatedStatus(
                    update.effectiveOn(),
                    update.status(),
                    update.id(),
                    update.update().mayReopen(),
                    update.update().focalPoint() != null);
        }
    }

    /** A transition that is not allowed. @param late whether the later update is the one that no longer fits */
    public record IllegalTransition(DatedStatus from, DatedStatus to, boolean late) {

        /** Whether the secretariat may make it, with a reason. */
        public boolean reopens() {
            return from.status().reopens(to.status());
        }
    }

    boolean contains(String updateId) {
        return statuses.stream().anyMatch(status -> updateId.equals(status.updateId()));
    }

    /**
     * The first illegal transition once a status is added in place of the one that it corrects.
     *
     * @param correctedId id of the update that no longer counts; null when the added status corrects none
     */
    public Optional<IllegalTransition> firstIllegalTransition(DatedStatus added, String correctedId) {
        List<DatedStatus> next = with(added, correctedId);
        int index = next.lastIndexOf(added);
        return illegalTransitionTo(index, next, added)
                .or(() -> illegalTransitionTo(index + 1, next, added))
                .or(() -> illegalTransitionTo(indexAfterGap(next, correctedId), next, added));
    }

    /**
     * The transition over the gap that a correction leaves, where that is illegal (rule 3.6).
     *
     * @param added null where the correction does not belong to this history
     */
    public Optional<IllegalTransition> transitionOverGap(DatedStatus added, String correctedId) {
        List<DatedStatus> next = with(added, correctedId);
        return illegalTransitionTo(indexAfterGap(next, correctedId), next, added);
    }

    private List<DatedStatus> with(DatedStatus added, String correctedId) {
        List<DatedStatus> next = new ArrayList<>(statuses);
        next.removeIf(status -> correctedId != null && correctedId.equals(status.updateId()));
        if (added != null) next.add(added);
        // The sort is stable: within a day the added status stays last.
        next.sort(Comparator.comparing(DatedStatus::effectiveOn));
        return next;
    }

    /** Index of the status that now follows where the corrected one stood; -1 where there is none (rule 3.6). */
    private int indexAfterGap(List<DatedStatus> next, String correctedId) {
        for (int i = 0; i + 1 < statuses.size(); i++) {
            if (correctedId != null && correctedId.equals(statuses.get(i).updateId()))
                return next.indexOf(statuses.get(i + 1));
        }
        return -1;
    }

    private Optional<IllegalTransition> illegalTransitionTo(int index, List<DatedStatus> next, DatedStatus added) {
        if (index < 1 || index >= next.size()) return Optional.empty();
        DatedStatus from = next.get(index - 1);
        DatedStatus to = next.get(index);
        boolean byFocalPoint = added != null && added.byFocalPoint();
        boolean mayReopen = to.mayReopen() && (!byFocalPoint || reopensAlready(to));
        return from.status().canBecome(to.status(), mayReopen)
                ? Optional.empty()
                : Optional.of(new IllegalTransition(from, to, to != added));
    }

    /** Whether a status reopens what was closed in this history, without the added status. */
    private boolean reopensAlready(DatedStatus status) {
        int index = statuses.indexOf(status);
        return index > 0 && statuses.get(index - 1).status().reopens(status.status());
    }
}
