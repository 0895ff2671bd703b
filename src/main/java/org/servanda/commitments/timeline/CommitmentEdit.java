package org.servanda.commitments.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.TimeFrame;
import org.servanda.text.Bilingual;

/**
 * An edit of a commitment, as the body of its ledger entry: the fields that hold from its effective date on. A field that is
 * null stays as it was (rule 10.1). No edit changes the wording.
 * Stated a second time, independently, in {@code org.servanda.verify.EditTimeline}.
 *
 * @param title in the languages that the edit states
 * @param assigned the lead; without the day since which it leads, which follows from the days of all edits
 * @param cleared fields that have no value from the effective date on
 */
public record CommitmentEdit(
        Bilingual title,
        String area,
        List<String> otherAreas,
        Owner.Assigned assigned,
        List<String> supportingAssigned,
        TimeFrame timeFrame,
        RollUp rollUp,
        List<Clearable> cleared) {

    /** The fields that an edit can take away again. */
    public enum Clearable {
        assigned,
        timeFrame
    }

    public static final CommitmentEdit NOTHING = new CommitmentEdit(null, null, null, null, null, null, null, null);

    /** Whether it states which areas the commitment belongs to. */
    public boolean statesAreas() {
        return area != null || otherAreas != null;
    }

    /** The two edits of one day as one edit. @param later the edit that was recorded later */
    public CommitmentEdit mergedWith(CommitmentEdit later) {
        Set<Clearable> bothCleared = EnumSet.noneOf(Clearable.class);
        if (clears(Clearable.assigned) && later.assigned == null) bothCleared.add(Clearable.assigned);
        if (clears(Clearable.timeFrame) && later.timeFrame == null) bothCleared.add(Clearable.timeFrame);
        if (later.cleared != null) bothCleared.addAll(later.cleared);
        return new CommitmentEdit(
                Bilingual.merged(title, later.title),
                or(later.area, area),
                or(later.otherAreas, otherAreas),
                later.clears(Clearable.assigned) ? null : or(later.assigned, assigned),
                or(later.supportingAssigned, supportingAssigned),
                later.clears(Clearable.timeFrame) ? null : or(later.timeFrame, timeFrame),
                or(later.rollUp, rollUp),
                bothCleared.isEmpty() ? null : List.copyOf(bothCleared));
    }

    /** The fields of this edit that the known edit does not state with the same value. */
    public CommitmentEdit minus(CommitmentEdit known) {
        List<Clearable> newlyCleared = new ArrayList<>(cleared == null ? List.of() : cleared);
        if (known.cleared != null) newlyCleared.removeAll(known.cleared);
        return new CommitmentEdit(
                Bilingual.difference(title, known.title),
                minus(area, known.area),
                minus(otherAreas, known.otherAreas),
                minus(assigned, known.assigned),
                minus(supportingAssigned, known.supportingAssigned),
                minus(timeFrame, known.timeFrame),
                minus(rollUp, known.rollUp),
                newlyCleared.isEmpty() ? null : newlyCleared);
    }

    private static <T> T minus(T stated, T known) {
        return Objects.equals(stated, known) ? null : stated;
    }

    /** The details with this edit; where it states no value, the text as it reads now holds (rule 10.6). */
    CommitmentDetails applyTo(CommitmentDetails details) {
        CommitmentText commitmentText = details.text();
        CommitmentText edited = commitmentText.with(
                Bilingual.merged(commitmentText.title(), title),
                or(area, commitmentText.area()),
                or(otherAreas, commitmentText.otherAreas()),
                clears(Clearable.timeFrame) ? null : or(timeFrame, commitmentText.timeFrame()));
        return new CommitmentDetails(
                edited,
                clears(Clearable.assigned) ? null : or(assigned, details.assigned()),
                or(supportingAssigned, details.supportingAssigned()),
                or(rollUp, details.rule()));
    }

    private boolean clears(Clearable field) {
        return cleared != null && cleared.contains(field);
    }

    private static <T> T or(T stated, T fallback) {
        return stated == null ? fallback : stated;
    }
}
