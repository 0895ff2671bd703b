package org.servanda.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a commitment as a whole stands. */
final class WholeStatus {

    private static final List<String> WEAKEST_FIRST = List.of("stated_in_text", "self_reported", "evidenced");

    private final KnownEvents known;
    private final EditRules editRules;
    private final StatusRules statuses;

    WholeStatus(KnownEvents known) {
        this.known = known;
        this.editRules = new EditRules(known);
        this.statuses = new StatusRules(known);
    }

    private boolean followsFromLead(LocalDate day) {
        return editRules.rollUp(day).equals("lead");
    }

    String status(LocalDate day) {
        return followsFromLead(day) ? underLead(day) : rolledUp(day);
    }

    // Rules 2.13 and 4.2
    private String underLead(LocalDate day) {
        String reported = statuses.whole(day).status();
        return reported == null ? known.text().status() : reported;
    }

    // Rule 4.6
    private String rolledUp(LocalDate day) {
        List<String> all = known.text().parties().stream()
                .map(party -> statuses.inRollUp(party, day))
                .toList();
        List<String> going = all.stream()
                .filter(status -> !StatusTransitionTable.givenUp(status))
                .toList();
        if (going.isEmpty()) return givenUpByAll(all);
        Comparator<String> farness = Comparator.comparingInt(StatusTransitionTable::farness);
        return editRules.rollUp(day).equals("all")
                ? going.stream().min(farness).orElseThrow()
                : going.stream().max(farness).orElseThrow();
    }

    // Rule 4.7
    private static String givenUpByAll(List<String> all) {
        return all.stream().allMatch("superseded"::equals) ? "superseded" : "cancelled";
    }

    // Rule 4.8
    List<String> decidingParties(LocalDate day) {
        String status = status(day);
        return known.text().parties().stream()
                .filter(party -> statuses.inRollUp(party, day).equals(status))
                .toList();
    }

    private List<ExpectedStanding> deciding(LocalDate day) {
        if (followsFromLead(day)) return List.of(statuses.whole(day));
        return decidingParties(day).stream()
                .map(party -> statuses.party(party, day))
                .toList();
    }

    // Rule 6.3: what decides the whole: ids of updates, and the text where somebody stands where the text says.
    Set<String> decidedBy(LocalDate day) {
        Set<String> by = new TreeSet<>();
        for (ExpectedStanding standing : deciding(day))
            by.add(
                    standing.decides() == null
                            ? "the text as read in entry " + known.statusReadIn()
                            : standing.decides().id());
        return by;
    }

    // Rule 5.9
    boolean decidedByReport(LocalDate day) {
        return deciding(day).stream().anyMatch(standing -> standing.decides() != null);
    }

    // Rules 4.8 and 6.1
    String level(LocalDate day) {
        Comparator<String> strength = Comparator.comparingInt(WEAKEST_FIRST::indexOf);
        List<String> levels = deciding(day).stream().map(statuses::level).toList();
        return editRules.rollUp(day).equals("any")
                ? levels.stream().max(strength).orElseThrow()
                : levels.stream().min(strength).orElseThrow();
    }

    // Rules 5.1, 5.2 and 5.3
    LocalDate statusSince(LocalDate day) {
        String status = status(day);
        LocalDate first = known.instrument().adopted();
        boolean stillAsTheText = status.equals(known.text().status())
                && known.changeDays(day).stream().allMatch(on -> status.equals(status(on)));
        if (stillAsTheText && !first.isAfter(day)) return known.text().statusOn();
        return DayRuns.since(known.changeDays(day), on -> status.equals(status(on)));
    }

    // Rule 4.9
    Integer percent(LocalDate day) {
        return followsFromLead(day) ? statuses.whole(day).percent() : null;
    }

    // Rules 4.9 and 5.4
    LocalDate percentOn(LocalDate day) {
        return followsFromLead(day) ? statuses.whole(day).percentOn() : null;
    }

    // Rules 4.7 and 5.7
    String successor(LocalDate day) {
        if (!status(day).equals("superseded")) return null;
        List<String> named =
                deciding(day).stream().map(WholeStatus::successorOf).distinct().toList();
        return named.size() == 1 && !named.get(0).isEmpty() ? named.get(0) : null;
    }

    private static String successorOf(ExpectedStanding standing) {
        return standing.decides() == null || standing.successor() == null ? "" : standing.successor();
    }
}
