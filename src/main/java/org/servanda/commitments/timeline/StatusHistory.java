package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Status;

/**
 * The statuses that a commitment, or one party of it, went through, in the order of the world: first what the text says,
 * then the reports that count. It judges whether one more report fits between its neighbours (rule 2.7).
 *
 * @param party whose course it is; null for the commitment as a whole
 */
public record StatusHistory(String party, List<DatedStatus> statuses) {

    /**
     * A status from a day on.
     *
     * @param update id of the report that says so; null for the text
     * @param mayReopen whether it may take up again what was closed: by the secretariat, with a reason
     * @param byFocalPoint whether a focal point reported, who may not even make a later report do so (rule 2.9)
     */
    public record DatedStatus(
            LocalDate effectiveOn, Status status, String updateId, boolean mayReopen, boolean byFocalPoint) {

        /** What the text says comes before every report, whatever day it speaks of (rule 2.13). */
        static DatedStatus stated(CommitmentText commitmentText) {
            return new DatedStatus(LocalDate.MIN, commitmentText.status(), null, false, false);
        }

        static DatedStatus of(UncorrectedUpdate counting) {
            return new DatedStatus(
                    counting.effectiveOn(),
                    counting.status(),
                    counting.id(),
                    counting.update().mayReopen(),
                    counting.update().focalPoint() != null);
        }
    }

    /** A move that is not allowed. @param late whether the later report is the one that does not fit any more */
    public record IllegalTransition(DatedStatus from, DatedStatus to, boolean late) {

        /** Whether it would be allowed to the secretariat with a reason. */
        public boolean reopens() {
            return from.status().reopens(to.status());
        }
    }

    boolean contains(String update) {
        return statuses.stream().anyMatch(datedStatus -> update.equals(datedStatus.updateId()));
    }

    /**
     * The first move that would not be allowed with one more step in place of the one it corrects.
     *
     * @param corrected id of the report that counts no more; null when there is none
     */
    public Optional<IllegalTransition> firstIllegalTransition(DatedStatus added, String corrected) {
        List<DatedStatus> next = with(added, corrected);
        int at = next.lastIndexOf(added);
        return illegal(next, at, added)
                .or(() -> illegal(next, at + 1, added))
                .or(() -> illegal(next, gapAfter(next, corrected), added));
    }

    /**
     * The move over the place that a correction leaves, where that would not be allowed (rule 3.6).
     *
     * @param added null where the correction is none of these steps
     */
    public Optional<IllegalTransition> transitionOverGap(DatedStatus added, String corrected) {
        List<DatedStatus> next = with(added, corrected);
        return illegal(next, gapAfter(next, corrected), added);
    }

    private List<DatedStatus> with(DatedStatus added, String corrected) {
        List<DatedStatus> next = new ArrayList<>(statuses);
        next.removeIf(datedStatus -> corrected != null && corrected.equals(datedStatus.updateId()));
        if (added != null) next.add(added);
        // Stable: on one day the step that is added now comes last.
        next.sort(Comparator.comparing(DatedStatus::effectiveOn));
        return next;
    }

    /** The step that now follows where the corrected one stood (rule 3.6). */
    private int gapAfter(List<DatedStatus> next, String corrected) {
        for (int i = 0; i + 1 < statuses.size(); i++) {
            if (corrected != null && corrected.equals(statuses.get(i).updateId()))
                return next.indexOf(statuses.get(i + 1));
        }
        return -1;
    }

    private Optional<IllegalTransition> illegal(List<DatedStatus> course, int at, DatedStatus added) {
        if (at < 1 || at >= course.size()) return Optional.empty();
        DatedStatus from = course.get(at - 1);
        DatedStatus to = course.get(at);
        boolean byFocalPoint = added != null && added.byFocalPoint();
        boolean mayReopen = to.mayReopen() && (!byFocalPoint || reopens(to));
        return from.status().canBecome(to.status(), mayReopen)
                ? Optional.empty()
                : Optional.of(new IllegalTransition(from, to, to != added));
    }

    /** Whether one of the steps takes up what was closed already. */
    private boolean reopens(DatedStatus datedStatus) {
        int at = statuses.indexOf(datedStatus);
        return at > 0 && statuses.get(at - 1).status().reopens(datedStatus.status());
    }
}
