package org.servanda.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is to report, who owes a report, and how fresh things are. */
final class Reporting {

    private static final int ORDINARY_INTERVAL = 90;
    private static final int GRACE = 30;

    private final KnownEvents known;
    private final Edits edits;
    private final Courses courses;
    private final Whole whole;

    Reporting(KnownEvents known) {
        this.known = known;
        this.edits = new Edits(known);
        this.courses = new Courses(known);
        this.whole = new Whole(known);
    }

    /**
     * By which report somebody is fresh.
     *
     * @param report null when there was none
     * @param due the day up to which the next one is to come
     */
    private record Fresh(Report report, LocalDate due) {}

    private int interval() {
        Integer interval = known.instrument().reportingIntervalDays();
        return interval == null ? ORDINARY_INTERVAL : interval;
    }

    // Rules 8.2 and 8.5
    private Fresh freshBy(Predicate<Report> counts, LocalDate day) {
        Optional<Report> last = known.countingReports().stream()
                .filter(report -> !report.day().isAfter(day))
                .filter(counts)
                .reduce((one, next) -> next);
        LocalDate from = last.map(Report::day).orElse(known.instrument().adopted());
        return new Fresh(last.orElse(null), from.plusDays(interval()));
    }

    // Rule 8.2
    private static String word(Fresh fresh, LocalDate day) {
        if (fresh.report == null) return "never_reported";
        if (!day.isAfter(fresh.due)) return "current";
        return day.isAfter(fresh.due.plusDays(GRACE)) ? "overdue" : "due";
    }

    private Fresh wholeFresh(LocalDate day) {
        return switch (edits.rollUp(day)) {
            case "lead" -> underLead(day);
            case "any" -> freshBy(report -> true, day);
            default -> underAll(day);
        };
    }

    // Rule 8.3
    private Fresh underLead(LocalDate day) {
        String lead = edits.lead(day);
        if (lead == null) return freshBy(report -> true, day);
        return freshBy(report -> courses.countsForTheWholeUnderLead(report) || lead.equals(known.wordOf(report)), day);
    }

    // Rule 8.4
    private Fresh underAll(LocalDate day) {
        Report any = known.text().parties().stream()
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
        String rule = edits.rollUp(day);
        return freshBy(report -> courses.countsForParty(report, party, rule), day);
    }

    // Rule 8.6
    private boolean partOpen(String party, LocalDate day) {
        String status = courses.party(party, day).status();
        boolean byText = status == null && !edits.rollUp(day).equals("lead");
        return !Moves.closed(byText ? known.text().status() : status);
    }

    // Rule 8.1
    String freshness(LocalDate day) {
        return Moves.closed(whole.status(day)) ? "not_due" : word(wholeFresh(day), day);
    }

    // Rules 8.1 and 8.6
    String partyFreshness(String party, LocalDate day) {
        boolean closed = Moves.closed(whole.status(day)) || !partOpen(party, day);
        return closed ? "not_due" : word(partyFresh(party, day), day);
    }

    LocalDate reportDue(LocalDate day) {
        return wholeFresh(day).due;
    }

    // Rule 8.7
    List<String> reporters(LocalDate day) {
        String lead = edits.lead(day);
        if (edits.rollUp(day).equals("lead") && lead != null) return List.of(lead);
        return known.text().parties().stream().sorted().toList();
    }

    // Rule 8.7
    List<String> owedBy(LocalDate day) {
        List<String> open =
                reporters(day).stream().filter(party -> partOpen(party, day)).toList();
        if (edits.rollUp(day).equals("all"))
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
        String freshness = edits.rollUp(day).equals("all") ? partyFreshness(party, day) : freshness(day);
        return freshness.equals("overdue");
    }

    // Rule 5.8
    Report lastUpdate(LocalDate day) {
        return freshBy(Objects::nonNull, day).report;
    }

    // Rules 4.3 and 5.8
    Report partyLastUpdate(String party, LocalDate day) {
        return partyFresh(party, day).report;
    }
}
