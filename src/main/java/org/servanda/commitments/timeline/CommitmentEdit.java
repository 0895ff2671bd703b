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
 * What an edit states beside the text, from its day on, as the ledger keeps it; what it leaves null stays (rule 10.1). The
 * wording is not among it. Stated a second time, independently, in {@code org.servanda.verify.EditTimeline}.
 *
 * @param title in the languages that it states
 * @param assigned without the day since which it leads, which follows from the days of all edits
 * @param cleared fields that have no value from here on
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

    /** What an edit can take away again. */
    public enum Clearable {
        assigned,
        timeFrame
    }

    public static final CommitmentEdit NOTHING = new CommitmentEdit(null, null, null, null, null, null, null, null);

    /** Whether it states which areas the commitment belongs to. */
    public boolean statesAreas() {
        return area != null || otherAreas != null;
    }

    /** What is stated when this is, and then, of the same day, something else. */
    public CommitmentEdit mergedWith(CommitmentEdit later) {
        Set<Clearable> all = EnumSet.noneOf(Clearable.class);
        if (clears(Clearable.assigned) && later.assigned == null) all.add(Clearable.assigned);
        if (clears(Clearable.timeFrame) && later.timeFrame == null) all.add(Clearable.timeFrame);
        if (later.cleared != null) all.addAll(later.cleared);
        return new CommitmentEdit(
                Bilingual.merged(title, later.title),
                or(later.area, area),
                or(later.otherAreas, otherAreas),
                later.clears(Clearable.assigned) ? null : or(later.assigned, assigned),
                or(later.supportingAssigned, supportingAssigned),
                later.clears(Clearable.timeFrame) ? null : or(later.timeFrame, timeFrame),
                or(later.rollUp, rollUp),
                all.isEmpty() ? null : List.copyOf(all));
    }

    /** What this edit states beyond what another one does. */
    public CommitmentEdit minus(CommitmentEdit known) {
        List<Clearable> more = new ArrayList<>(cleared == null ? List.of() : cleared);
        if (known.cleared != null) more.removeAll(known.cleared);
        return new CommitmentEdit(
                Bilingual.beyond(title, known.title),
                minus(area, known.area),
                minus(otherAreas, known.otherAreas),
                minus(assigned, known.assigned),
                minus(supportingAssigned, known.supportingAssigned),
                minus(timeFrame, known.timeFrame),
                minus(rollUp, known.rollUp),
                more.isEmpty() ? null : more);
    }

    private static <T> T minus(T stated, T known) {
        return Objects.equals(stated, known) ? null : stated;
    }

    /** Rule 10.6: over the text as it reads now. */
    CommitmentDetails applyTo(CommitmentDetails former) {
        CommitmentText commitmentText = former.text();
        CommitmentText edited = commitmentText.with(
                Bilingual.merged(commitmentText.title(), title),
                or(area, commitmentText.area()),
                or(otherAreas, commitmentText.otherAreas()),
                clears(Clearable.timeFrame) ? null : or(timeFrame, commitmentText.timeFrame()));
        return new CommitmentDetails(
                edited,
                clears(Clearable.assigned) ? null : or(assigned, former.assigned()),
                or(supportingAssigned, former.supportingAssigned()),
                or(rollUp, former.rule()));
    }

    private boolean clears(Clearable field) {
        return cleared != null && cleared.contains(field);
    }

    private static <T> T or(T set, T former) {
        return set == null ? former : set;
    }
}
