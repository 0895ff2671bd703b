package org.servanda.progress.milestones;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/**
 * Body of a ledger entry of a milestone: what the entry states from its day on. A field that is null stays as it was (rule 11.1).
 *
 * @param title in the languages that the entry states
 * @param cleared fields that have no value from this day on
 */
public record MilestoneBody(
        String id,
        Bilingual title,
        LocalDate plannedOn,
        LocalDate forecastOn,
        LocalDate achievedOn,
        Boolean dropped,
        List<Evidence> evidence,
        List<Clearable> cleared) {

    /** Fields that a patch can clear. */
    enum Clearable {
        forecastOn,
        achievedOn
    }

    /** A milestone without any statement. */
    static MilestoneBody blank(String id) {
        return new MilestoneBody(id, null, null, null, null, false, List.of(), null);
    }

    /**
     * The statement of a document about a milestone.
     *
     * @param states whether the document states the field at a place (JSON Pointer)
     */
    static MilestoneBody stated(String id, MilestoneDocument next, Predicate<String> states) {
        List<Clearable> cleared = new ArrayList<>();
        if (next.forecastOn() == null && states.test("/forecastOn")) cleared.add(Clearable.forecastOn);
        if (next.achievedOn() == null && states.test("/achievedOn")) cleared.add(Clearable.achievedOn);
        return new MilestoneBody(
                id,
                Bilingual.only(next.title(), states.test("/title/zh"), states.test("/title/en")),
                states.test("/plannedOn") ? next.plannedOn() : null,
                states.test("/forecastOn") ? next.forecastOn() : null,
                states.test("/achievedOn") ? next.achievedOn() : null,
                states.test("/dropped") ? (Boolean) Boolean.TRUE.equals(next.dropped()) : null,
                states.test("/evidence") ? firstStated(next.evidence(), List.of()) : null,
                cleared.isEmpty() ? null : cleared);
    }

    /** This statement together with a later statement of the same day. */
    MilestoneBody then(MilestoneBody later) {
        List<Clearable> clearedFields = new ArrayList<>(cleared == null ? List.of() : cleared);
        if (later.forecastOn != null) clearedFields.remove(Clearable.forecastOn);
        if (later.achievedOn != null) clearedFields.remove(Clearable.achievedOn);
        if (later.cleared != null) clearedFields.addAll(later.cleared);
        MilestoneBody next = after(later);
        return new MilestoneBody(
                id,
                next.title,
                next.plannedOn,
                next.forecastOn,
                next.achievedOn,
                next.dropped,
                next.evidence,
                clearedFields.isEmpty()
                        ? null
                        : clearedFields.stream().distinct().toList());
    }

    /** This milestone after the statement of one more entry. */
    MilestoneBody after(MilestoneBody stated) {
        return new MilestoneBody(
                id,
                Bilingual.merged(title, stated.title),
                firstStated(stated.plannedOn, plannedOn),
                stated.clears(Clearable.forecastOn) ? null : firstStated(stated.forecastOn, forecastOn),
                stated.clears(Clearable.achievedOn) ? null : firstStated(stated.achievedOn, achievedOn),
                firstStated(stated.dropped, dropped),
                firstStated(stated.evidence, evidence),
                null);
    }

    boolean isDropped() {
        return Boolean.TRUE.equals(dropped);
    }

    boolean statesNothing() {
        return equals(new MilestoneBody(id, null, null, null, null, null, null, null));
    }

    /** Whether the statement says that the milestone was achieved or dropped, or takes that back. */
    boolean statesOutcome() {
        return dropped != null || achievedOn != null || clears(Clearable.achievedOn);
    }

    /** This statement without the fields that a recorded statement holds already. */
    MilestoneBody beyond(MilestoneBody recorded) {
        List<Clearable> newlyCleared = new ArrayList<>(cleared == null ? List.of() : cleared);
        if (recorded.cleared != null) newlyCleared.removeAll(recorded.cleared);
        return new MilestoneBody(
                id,
                Bilingual.difference(title, recorded.title),
                beyond(plannedOn, recorded.plannedOn),
                beyond(forecastOn, recorded.forecastOn),
                beyond(achievedOn, recorded.achievedOn),
                beyond(dropped, recorded.dropped),
                beyond(evidence, recorded.evidence),
                newlyCleared.isEmpty() ? null : newlyCleared);
    }

    private boolean clears(Clearable field) {
        return cleared != null && cleared.contains(field);
    }

    private static <T> T firstStated(T stated, T previous) {
        return stated == null ? previous : stated;
    }

    private static <T> T beyond(T stated, T recorded) {
        return Objects.equals(stated, recorded) ? null : stated;
    }
}
