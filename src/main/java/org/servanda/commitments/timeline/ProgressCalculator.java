package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.CommitmentEvent.InstrumentRecorded;

/**
 * Calculates the progress of a commitment and of its parties, day by day, from the text and the uncorrected updates
 * (sections 4, 5 and 8 of docs/rules.md). Assessments and evidence come later, in {@link Timeline}.
 * Stated a second time, independently, in {@code org.servanda.verify.StatusTimeline}.
 *
 * <p>The roll-up rule of the day decides what the commitment as a whole follows from:
 *
 * <pre>
 *                    lead                        all                           any                           rule
 * status             last update about the       party that is least far       party that is furthest        4.2, 4.6, 4.7
 *                    whole or its lead
 * status of a party  its own updates             its own updates, and those of the secretariat about         4.3 to 4.5
 *                                                the whole; in the roll-up else the text
 * percent            as the status, 5.4 to 5.6   none                          none                          4.9
 * successor          as the status               where the deciding parties agree                            4.7, 5.7
 * assurance          as the status               weakest of deciding parties   strongest of deciding parties 4.8, 6.1
 * fresh by           updates about the whole     the open party whose update   any update                    8.3, 8.4
 *                    and of the lead; without    is due first
 *                    a lead, any update
 * </pre>
 *
 * <p>A commitment without parties follows the rule {@code lead}.
 */
final class ProgressCalculator {

    private final CommitmentText commitmentText;
    private final InstrumentRecorded instrument;

    /** Stands for the text among the ids of the updates that decide. */
    private final String textId;

    /** Progress of the whole under the rule {@code lead}. */
    private ReportedProgress wholeByLead;

    /** Progress of each party by its own updates: what counts for a party under the rule {@code lead}. */
    private final Map<String, ReportedProgress> ownByParty = new TreeMap<>();

    /** Progress of each party by its own updates and the secretariat's about the whole: what counts under all and any. */
    private final Map<String, ReportedProgress> effectiveByParty = new TreeMap<>();

    private UncorrectedUpdate lastUpdate;
    private LocalDate lastUpdateAboutTheWhole;
    private Status status;
    private LocalDate statusSince;

    /**
     * Progress of a commitment on a day, before assessments, with what decided it.
     *
     * @param progress with the assurance that the updates alone give
     * @param decidedBy ids of the updates that decide the status of the whole, and the id of the text where the text does
     */
    record DecidedProgress(Progress progress, Set<String> decidedBy) {}

    /**
     * @param instrument its adoption and reporting interval, from which due dates follow
     * @param textId stands for the text in {@link DecidedProgress#decidedBy}
     */
    ProgressCalculator(CommitmentText commitmentText, InstrumentRecorded instrument, String textId) {
        this.commitmentText = commitmentText;
        this.instrument = instrument;
        this.textId = textId;
        wholeByLead = ReportedProgress.stated(commitmentText);
        status = wholeByLead.status();
        statusSince = wholeByLead.since();
    }

    /**
     * Adds the updates of one more day; days come in ascending order.
     *
     * @param updatesOfDay in recorded order
     * @param details as of that day
     */
    void add(List<UncorrectedUpdate> updatesOfDay, CommitmentDetails details) {
        lastUpdate = updatesOfDay.get(updatesOfDay.size() - 1);
        List<UncorrectedUpdate> aboutTheWhole = updatesOfDay.stream()
                .filter(update -> update.aboutTheWhole(details.lead()))
                .toList();
        if (!aboutTheWhole.isEmpty()) lastUpdateAboutTheWhole = lastUpdate.effectiveOn();
        wholeByLead = ReportedProgress.after(wholeByLead, aboutTheWhole);
        Set<String> parties = new TreeSet<>(commitmentText.parties());
        updatesOfDay.stream()
                .map(UncorrectedUpdate::speaker)
                .filter(Objects::nonNull)
                .forEach(parties::add);
        for (String party : parties) {
            boolean bound = commitmentText.parties().contains(party);
            add(ownByParty, party, updatesOfDay, RollUp.lead);
            add(effectiveByParty, party, updatesOfDay, bound ? RollUp.all : RollUp.lead);
        }
    }

    private static void add(
            Map<String, ReportedProgress> progressByParty,
            String party,
            List<UncorrectedUpdate> updatesOfDay,
            RollUp rule) {
        List<UncorrectedUpdate> updatesOfParty = updatesOfDay.stream()
                .filter(update -> update.speaksFor(party, rule))
                .toList();
        if (!updatesOfParty.isEmpty())
            progressByParty.put(party, ReportedProgress.after(progressByParty.get(party), updatesOfParty));
    }

    /** The progress on a day, from the updates that were added so far; days are asked for in ascending order. */
    DecidedProgress on(LocalDate day, CommitmentDetails details) {
        RollUp rule = commitmentText.parties().isEmpty() ? RollUp.lead : details.rule();
        List<ReportedProgress> deciding = deciding(rule);
        Set<String> decidedBy = deciding.stream().map(this::decidingId).collect(Collectors.toCollection(TreeSet::new));
        LocalDate freshOn = freshOn(rule, details.lead());
        Status statusOfDay = deciding.get(0).status();
        // Rules 5.1 and 5.3: since the first day of the unbroken run of days that end with this status.
        if (statusOfDay != status) statusSince = day;
        status = statusOfDay;
        Progress progress = Progress.builder()
                .status(status)
                .since(statusSince)
                // Rule 4.9: no percent under all and any.
                .percent(rule == RollUp.lead ? wholeByLead.percent() : null)
                .percentOn(rule == RollUp.lead ? wholeByLead.percentOn() : null)
                .assurance(extreme(deciding.stream().map(ReportedProgress::assurance), Comparator.naturalOrder(), rule))
                .reported(freshOn != null)
                .reportDue(due(freshOn))
                .successor(agreedSuccessor(deciding))
                // Rule 5.9.
                .stated(decidedBy.equals(Set.of(textId)))
                // Rule 5.8.
                .lastUpdate(lastUpdate == null ? null : lastUpdate.toLastUpdate(true))
                .parties(parties(rule == RollUp.lead ? ownByParty : effectiveByParty, details))
                .build();
        return new DecidedProgress(progress, decidedBy);
    }

    /** What decides the whole: one for {@code lead} (rule 4.2), else the parties that stand where the whole stands (rule 4.8). */
    private List<ReportedProgress> deciding(RollUp rule) {
        if (rule == RollUp.lead) return List.of(wholeByLead);
        List<ReportedProgress> parties = progressOfParties();
        Status rolledUp =
                rolledUp(parties.stream().map(ReportedProgress::status).toList(), rule);
        return parties.stream().filter(party -> party.status() == rolledUp).toList();
    }

    /** Progress of each party bound; a party that no update speaks for stands where the text says (rule 4.5). */
    private List<ReportedProgress> progressOfParties() {
        return commitmentText.parties().stream()
                .map(party -> effectiveByParty.getOrDefault(party, ReportedProgress.stated(commitmentText)))
                .toList();
    }

    /** Rules 4.6 and 4.7. */
    private static Status rolledUp(List<Status> statuses, RollUp rule) {
        List<Status> notGivenUp =
                statuses.stream().filter(status -> !status.givenUp()).toList();
        if (!notGivenUp.isEmpty()) return extreme(notGivenUp.stream(), Status.BY_ADVANCEMENT, rule);
        return statuses.contains(Status.cancelled) ? Status.cancelled : Status.superseded;
    }

    /** The greatest value under {@code any}, the least value under {@code all}. */
    private static <T> T extreme(Stream<T> values, Comparator<T> order, RollUp rule) {
        return values.max(rule == RollUp.any ? order : order.reversed()).orElseThrow();
    }

    /** Rules 4.7 and 5.7. */
    private static String agreedSuccessor(List<ReportedProgress> deciding) {
        List<String> successors =
                deciding.stream().map(ReportedProgress::successor).distinct().toList();
        return successors.size() == 1 ? successors.get(0) : null;
    }

    /**
     * The effective date of the update by which the whole is fresh (rules 8.3 and 8.4).
     *
     * @param lead code of the party that leads, null when none does
     * @return null while no update counts for that, so that the adoption does
     */
    private LocalDate freshOn(RollUp rule, String lead) {
        if (rule == RollUp.all) return earliestOfOpenParties(progressOfParties());
        if (rule == RollUp.any || lead == null) return effectiveOn(lastUpdate);
        return latest(lastUpdateAboutTheWhole, lastUpdateOf(lead));
    }

    /**
     * The effective date of the update that is due first among the parties whose part is open, all parties when none is; a
     * party without an update is due since the adoption.
     *
     * @return null while no party has an update
     */
    private LocalDate earliestOfOpenParties(List<ReportedProgress> parties) {
        if (parties.stream().allMatch(ReportedProgress::decidedByText)) return null;
        List<ReportedProgress> open =
                parties.stream().filter(party -> party.status().open()).toList();
        return (open.isEmpty() ? parties : open)
                .stream()
                        .map(party -> party.decidedByText()
                                ? instrument.adopted()
                                : party.decidingUpdate().effectiveOn())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    private String decidingId(ReportedProgress progress) {
        return progress.decidedByText() ? textId : progress.decidingUpdate().id();
    }

    private LocalDate lastUpdateOf(String party) {
        ReportedProgress progress = ownByParty.get(party);
        return progress == null ? null : effectiveOn(progress.decidingUpdate());
    }

    private static LocalDate effectiveOn(UncorrectedUpdate update) {
        return update == null ? null : update.effectiveOn();
    }

    private static LocalDate latest(LocalDate first, LocalDate second) {
        if (first == null || second == null) return first == null ? second : first;
        return first.isAfter(second) ? first : second;
    }

    /** Rules 8.2 and 8.5. @param freshOn effective date of the last update that counts, null where there is none */
    private LocalDate due(LocalDate freshOn) {
        return (freshOn == null ? instrument.adopted() : freshOn).plusDays(instrument.reportingIntervalDays());
    }

    /** Rule 4.11: the parties bound, and the party that leads. */
    private List<PartyProgress> parties(Map<String, ReportedProgress> progressByParty, CommitmentDetails details) {
        List<PartyProgress> parties = new ArrayList<>();
        progressByParty.forEach((party, progress) -> {
            if (details.showsParty(party))
                parties.add(PartyProgress.of(
                        party, progress, due(progress.decidingUpdate().effectiveOn())));
        });
        return parties.isEmpty() ? null : parties;
    }
}
