package org.servanda.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The statuses of the whole and of each party, day by day. States again {@code
 * org.servanda.commitments.timeline.ProgressCalculator} in the register's program.
 */
final class StatusTimeline {

    private final LocalDate adopted;
    private final JsonObject text;
    private final List<String> parties;

    /** What the text says, about the whole and about each party. */
    private final StatusStatement statedInText;

    private final EditTimeline edits;
    private final List<UncorrectedUpdate> updates;

    /** The days on which a status may become another. */
    private final TreeSet<LocalDate> turningDays = new TreeSet<>();

    private final Map<LocalDate, DayStatus> days = new HashMap<>();

    /**
     * Where all stood at the end of a day.
     *
     * @param parties the statement of each party that made one, or for which the secretariat did
     */
    record DayStatus(StatusDecision whole, Map<String, StatusStatement> parties) {}

    StatusTimeline(
            LocalDate adopted,
            JsonObject text,
            StatusStatement statedInText,
            EditTimeline edits,
            List<UncorrectedUpdate> updates) {
        this.adopted = adopted;
        this.text = text;
        parties = text.texts("parties");
        this.statedInText = statedInText;
        this.edits = edits;
        this.updates = updates;
        // Rule 1.4: what was said of a day before the adoption holds from the adoption on.
        turningDays.add(adopted);
        turningDays.addAll(edits.days());
        for (UncorrectedUpdate update : updates) turningDays.add(update.on());
        turningDays.headSet(adopted).clear();
    }

    /** Where all stood on a day; on a day before the adoption, as on that of the adoption. */
    DayStatus on(LocalDate day) {
        LocalDate turningDay = turningDays.floor(day);
        return days.computeIfAbsent(turningDay == null ? adopted : turningDay, this::endOf);
    }

    private DayStatus endOf(LocalDate day) {
        // Rule 4.4: the rule of this day reads the updates of all days.
        boolean rollsUp = rollsUp(day);
        Map<String, StatusStatement> statements = new HashMap<>();
        for (UncorrectedUpdate update : updatesBy(day))
            for (String party : speaksFor(update, rollsUp)) statements.put(party, update.statement());
        return new DayStatus(decision(day, statements), statements);
    }

    private StatusDecision decision(LocalDate day, Map<String, StatusStatement> statements) {
        if (rollsUp(day)) return StatusDecision.rollUp(ofParties(statements), edits.rollUp(day));
        List<UncorrectedUpdate> about = aboutTheWhole(day);
        return StatusDecision.of(
                about.isEmpty() ? statedInText : about.get(about.size() - 1).statement());
    }

    /** The statements of all parties bound, in the order of the text. */
    List<StatusStatement> ofParties(LocalDate day) {
        return ofParties(on(day).parties());
    }

    private List<StatusStatement> ofParties(Map<String, StatusStatement> statements) {
        // Rule 4.5: a party that never said anything stands where the text says.
        return parties.stream()
                .map(party -> statements.getOrDefault(party, statedInText))
                .toList();
    }

    StatusStatement statedInText() {
        return statedInText;
    }

    List<UncorrectedUpdate> updatesBy(LocalDate day) {
        return UncorrectedUpdate.by(day, updates);
    }

    /** Whether the whole follows from the parties. */
    boolean rollsUp(LocalDate day) {
        return rollUp(day) != RollUp.lead && !parties.isEmpty();
    }

    RollUp rollUp(LocalDate day) {
        return edits.rollUp(day);
    }

    /** The party that leads on a day; null without one. */
    String leader(LocalDate day) {
        return AssignedLead.leader(text, edits.lead(day));
    }

    private List<String> speaksFor(UncorrectedUpdate update, boolean rollsUp) {
        // Rule 4.3: its own word; where the whole rolls up, the secretariat speaks for each party bound.
        if (update.speaker() != null) return List.of(update.speaker());
        return rollsUp ? parties : List.of();
    }

    private List<UncorrectedUpdate> aboutTheWhole(LocalDate day) {
        return updatesBy(day).stream().filter(this::isAboutTheWhole).toList();
    }

    boolean isAboutTheWhole(UncorrectedUpdate update) {
        // Rule 4.2: so is one about the party that leads on the day of the update.
        return update.party() == null || update.party().equals(leader(update.on()));
    }

    /** How much of the whole is done. */
    Percent percent(LocalDate day) {
        // Rule 4.9: of several parties nothing is averaged.
        return rollsUp(day) ? Percent.NONE : Percent.of(aboutTheWhole(day));
    }

    /** Since when the whole stands where it does. */
    LocalDate since(LocalDate day) {
        // Rule 5.3: whether it came out so by an update or by the rule.
        LocalDate since = firstDayOfRun(day);
        boolean byText = since.equals(adopted) && on(day).whole().status() == statedInText.status();
        return byText ? text.object("statusBasis").day("effectiveOn") : since;
    }

    private LocalDate firstDayOfRun(LocalDate day) {
        // Rule 5.1: of days, up to this one, that all end with the same status.
        LocalDate first = day;
        for (LocalDate turningDay : turningDays.headSet(day, true).descendingSet()) {
            if (on(day).whole().status() != on(turningDay).whole().status()) break;
            first = turningDay;
        }
        return first;
    }

    /** The progress of each party that is shown and has a status, by its code. */
    Map<String, Progress> parties(LocalDate day, ReportingDuty duty) {
        // Rule 4.11: the parties bound and, beside them, the party assigned to lead.
        Set<String> shown = new TreeSet<>(parties);
        AssignedLead lead = edits.lead(day);
        if (lead != null) shown.add(lead.party());
        shown.retainAll(on(day).parties().keySet());
        Map<String, Progress> progress = new TreeMap<>();
        for (String party : shown) progress.put(party, party(party, day, duty));
        return progress;
    }

    private Progress party(String party, LocalDate day, ReportingDuty duty) {
        StatusStatement statement = on(day).parties().get(party);
        List<UncorrectedUpdate> counting = updatesBy(day).stream()
                .filter(update -> speaksFor(update, rollsUp(day)).contains(party))
                .toList();
        return new Progress(
                statement.status(),
                since(counting),
                Percent.of(counting),
                statement.assurance(),
                statement.status() == Status.superseded ? statement.successor() : null,
                // Rule 8.6: by the updates that count for it.
                duty.due(statement),
                statement.id());
    }

    /** Since when a party stands where its updates say. */
    private static LocalDate since(List<UncorrectedUpdate> updates) {
        // Rule 5.2: since the first day on end that closes with this status, whatever the text says.
        LocalDate since = null;
        Status status = null;
        TreeMap<LocalDate, UncorrectedUpdate> lastOfDays = new TreeMap<>();
        for (UncorrectedUpdate update : updates) lastOfDays.put(update.on(), update);
        for (UncorrectedUpdate update : lastOfDays.values()) {
            if (update.statement().status() != status) since = update.on();
            status = update.statement().status();
        }
        return since;
    }
}
