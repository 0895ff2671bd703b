package org.servanda.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is to report, who owes an update, and how fresh things are. */
final class ReportingRules {

    private static final int ORDINARY_INTERVAL = 90;
    private static final int GRACE = 30;

    private final KnownEvents known;
    private final EditRules editRules;
    private final StatusRules statuses;
    private final WholeStatus wholeStatus;

    ReportingRules(KnownEvents known) {
        this.known = known;
        this.editRules = new EditRules(known);
        this.statuses = new StatusRules(known);
        this.wholeStatus = new WholeStatus(known);
    }

    /**
     * By which report somebody is fresh.
     *
     * @param report null when there was none
     * @param due the day up to which the next one is to come
     */
    private record Fresh(OracleUpdate report, LocalDate due) {}

    private int interval() {
        Integer interval = known.instrument().reportingIntervalDays();
        return interval == null ? ORDINARY_INTERVAL : interval;
    }

    // Rules 8.2 and 8.5
    private Fresh freshBy(Predicate<OracleUpdate> counts, LocalDate day) {
        Optional<OracleUpdate> last = known.countingReports().stream()
                .filter(update -> !update.day().isAfter(day))
                .filter(counts)
                .reduce((one, next) -> next);
        LocalDate from = last.map(OracleUpdate::day).orElse(known.instrument().adopted());
        return new Fresh(last.orElse(null), from.plusDays(interval()));
    }

    // Rule 8.2
    private static String word(Fresh fresh, LocalDate day) {
        if (fresh.report == null) return "never_reported";
        if (!day.isAfter(fresh.due)) return "current";
        return day.isAfter(fresh.due.plusDays(GRACE)) ? "overdue" : "due";
    }

    private Fresh wholeFresh(LocalDate day) {
        return switch (editRules.rollUp(day)) {
            case "lead" -> underLead(day);
            case "any" -> freshBy(update -> true, day);
            default -> underAll(day);
        };
    }

    // Rule 8.3
    private Fresh underLead(LocalDate day) {
        String lead = editRules.lead(day);
        if (lead == null) return freshBy(update -> true, day);
        return freshBy(update -> statuses.countsForTheWholeUnderLead(update) || lead.equals(known.wordOf(update)), day);
    }

    // Rule 8.4
    private Fresh underAll(LocalDate day) {
        OracleUpdate any = known.text().parties().stream()
                .map(party -> partyFresh(party, day).report)
                .filter(Objects::nonNull)
                .findAny()
                .orElse(null);
        List<String> parties = known.text().parties();
        List<String> open =
                parties.stream().filter(party -> partOpen(party, day)).toList();
        LocalDate first = (open.isEmpty() ? parties : open)
                .stream()
                        .map(party -> partyFresh(party, day).due)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return new Fresh(any, first);
    }

    // Rule 8.6
    private Fresh partyFresh(String party, LocalDate day) {
        String rule = editRules.rollUp(day);
        return freshBy(update -> statuses.countsForParty(update, party, rule), day);
    }

    // Rule 8.6
    private boolean partOpen(String party, LocalDate day) {
        String status = statuses.party(party, day).status();
        boolean byText = status == null && !editRules.rollUp(day).equals("lead");
        return !StatusTransitionTable.closed(byText ? known.text().status() : status);
    }

    // Rule 8.1
    String freshness(LocalDate day) {
        return StatusTransitionTable.closed(wholeStatus.status(day)) ? "not_due" : word(wholeFresh(day), day);
    }

    // Rules 8.1 and 8.6
    String partyFreshness(String party, LocalDate day) {
        boolean closed = StatusTransitionTable.closed(wholeStatus.status(day)) || !partOpen(party, day);
        return closed ? "not_due" : word(partyFresh(party, day), day);
    }

    LocalDate reportDue(LocalDate day) {
        return wholeFresh(day).due;
    }

    // Rule 8.7
    List<String> reporters(LocalDate day) {
        String lead = editRules.lead(day);
        if (editRules.rollUp(day).equals("lead") && lead != null) return List.of(lead);
        return known.text().parties().stream().sorted().toList();
    }

    // Rule 8.7
    List<String> owedBy(LocalDate day) {
        List<String> open =
                reporters(day).stream().filter(party -> partOpen(party, day)).toList();
        if (editRules.rollUp(day).equals("all"))
            return open.stream().filter(party -> owesItsOwn(party, day)).toList();
        return open.isEmpty() ? reporters(day) : open;
    }

    private boolean owesItsOwn(String party, LocalDate day) {
        return !List.of("current", "not_due").contains(partyFreshness(party, day));
    }

    // Rule 8.8
    boolean queued(LocalDate day) {
        return List.of("never_reported", "due", "overdue").contains(freshness(day));
    }

    // Rule 8.9
    boolean partyOverdue(String party, LocalDate day) {
        if (!owedBy(day).contains(party)) return false;
        String freshness = editRules.rollUp(day).equals("all") ? partyFreshness(party, day) : freshness(day);
        return freshness.equals("overdue");
    }

    // Rule 5.8
    OracleUpdate lastUpdate(LocalDate day) {
        return freshBy(Objects::nonNull, day).report;
    }

    // Rules 4.3 and 5.8
    OracleUpdate partyLastUpdate(String party, LocalDate day) {
        return partyFresh(party, day).report;
    }
}
