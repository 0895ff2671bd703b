package org.servanda.progress.milestones;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/**
 * What an entry states of a milestone, from its day on; what it leaves null stays as it was (rule 11.1).
 *
 * @param title in the languages that it states
 * @param cleared fields that have no value from here on
 */
record MilestoneBody(
        String id,
        Bilingual title,
        LocalDate plannedOn,
        LocalDate forecastOn,
        LocalDate achievedOn,
        Boolean dropped,
        List<Evidence> evidence,
        List<Clearable> cleared) {

    /** What a patch can take away again. */
    enum Clearable {
        forecastOn,
        achievedOn
    }

    /** A milestone of which nothing is stated yet. */
    static MilestoneBody nothing(String id) {
        return new MilestoneBody(id, null, null, null, null, false, List.of(), null);
    }

    /**
     * What a document states of a milestone.
     *
     * @param states whether it states what stands at a place, as a JSON Pointer
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
                states.test("/evidence") ? or(next.evidence(), List.of()) : null,
                cleared.isEmpty() ? null : cleared);
    }

    /** What is stated when this is, and then, of the same day, something else. */
    MilestoneBody then(MilestoneBody later) {
        List<Clearable> all = new ArrayList<>(cleared == null ? List.of() : cleared);
        if (later.forecastOn != null) all.remove(Clearable.forecastOn);
        if (later.achievedOn != null) all.remove(Clearable.achievedOn);
        if (later.cleared != null) all.addAll(later.cleared);
        MilestoneBody next = after(later);
        return new MilestoneBody(
                id,
                next.title,
                next.plannedOn,
                next.forecastOn,
                next.achievedOn,
                next.dropped,
                next.evidence,
                all.isEmpty() ? null : all.stream().distinct().toList());
    }

    /** This milestone after what one more entry states. */
    MilestoneBody after(MilestoneBody stated) {
        return new MilestoneBody(
                id,
                Bilingual.merged(title, stated.title),
                or(stated.plannedOn, plannedOn),
                stated.clears(Clearable.forecastOn) ? null : or(stated.forecastOn, forecastOn),
                stated.clears(Clearable.achievedOn) ? null : or(stated.achievedOn, achievedOn),
                or(stated.dropped, dropped),
                or(stated.evidence, evidence),
                null);
    }

    boolean isDropped() {
        return Boolean.TRUE.equals(dropped);
    }

    boolean statesNothing() {
        return equals(new MilestoneBody(id, null, null, null, null, null, null, null));
    }

    /** Whether it states whether something was achieved or dropped. */
    boolean statesTheEnd() {
        return dropped != null || achievedOn != null || clears(Clearable.achievedOn);
    }

    /** What this entry states beyond what another one does. */
    MilestoneBody beyond(MilestoneBody known) {
        List<Clearable> more = new ArrayList<>(cleared == null ? List.of() : cleared);
        if (known.cleared != null) more.removeAll(known.cleared);
        return new MilestoneBody(
                id,
                Bilingual.beyond(title, known.title),
                beyond(plannedOn, known.plannedOn),
                beyond(forecastOn, known.forecastOn),
                beyond(achievedOn, known.achievedOn),
                beyond(dropped, known.dropped),
                beyond(evidence, known.evidence),
                more.isEmpty() ? null : more);
    }

    private boolean clears(Clearable field) {
        return cleared != null && cleared.contains(field);
    }

    private static <T> T or(T stated, T former) {
        return stated == null ? former : stated;
    }

    private static <T> T beyond(T stated, T known) {
        return Objects.equals(stated, known) ? null : stated;
    }
}
