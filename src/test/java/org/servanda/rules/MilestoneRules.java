package org.servanda.rules;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servanda.rules.Fact.MilestoneStated;

/** Rules for milestones of a commitment. */
final class MilestoneRules {

    private final KnownEvents known;

    MilestoneRules(KnownEvents known) {
        this.known = known;
    }

    private List<MilestoneStated> statements(String id) {
        return known.facts(MilestoneStated.class).stream()
                .filter(stated -> stated.id().equals(id))
                .toList();
    }

    // Rule 11.1: there from the day from which it was planned, in the order in which they were entered.
    Set<String> on(LocalDate day) {
        Set<String> there = new LinkedHashSet<>();
        for (MilestoneStated stated : known.facts(MilestoneStated.class))
            if (!statements(stated.id()).get(0).day().isAfter(day)) there.add(stated.id());
        return there;
    }

    // Rule 11.1
    Object value(String id, String field, LocalDate day) {
        MilestoneStated holding = null;
        for (MilestoneStated stated : statements(id)) {
            boolean speaks = stated.values().containsKey(field) && !stated.day().isAfter(day);
            if (speaks && (holding == null || !stated.day().isBefore(holding.day()))) holding = stated;
        }
        return holding == null ? null : holding.values().get(field);
    }

    // Rule 11.2
    String state(String id, LocalDate day) {
        if (Boolean.TRUE.equals(value(id, "dropped", day))) return "dropped";
        LocalDate achieved = (LocalDate) value(id, "achievedOn", day);
        if (achieved != null && !day.isBefore(achieved)) return "achieved";
        LocalDate planned = (LocalDate) value(id, "plannedOn", day);
        return day.isAfter(planned) ? "missed" : "planned";
    }

    // Rule 7.1
    int evidence(LocalDate day) {
        int items = 0;
        for (String id : on(day)) items += (Integer) evidenceOf(id, day);
        return items;
    }

    int evidenceOf(String id, LocalDate day) {
        Object items = value(id, "evidence", day);
        return items == null ? 0 : (Integer) items;
    }

    // Rule 11.3: whether a patch, with what is stated beside it, achieves what is dropped on any day.
    boolean contradicts(String id, LocalDate today) {
        for (LocalDate day : known.changeDays(today)) {
            boolean dropped = Boolean.TRUE.equals(value(id, "dropped", day));
            if (dropped && value(id, "achievedOn", day) != null) return true;
        }
        return false;
    }

    ExpectedMilestone seen(String id, LocalDate day) {
        return new ExpectedMilestone(
                id,
                title(id, day),
                state(id, day),
                (LocalDate) value(id, "plannedOn", day),
                (LocalDate) value(id, "forecastOn", day),
                (LocalDate) value(id, "achievedOn", day),
                evidenceOf(id, day));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> title(String id, LocalDate day) {
        return (Map<String, Object>) value(id, "title", day);
    }
}
