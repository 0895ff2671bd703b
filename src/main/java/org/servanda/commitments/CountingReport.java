package org.servanda.commitments;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servanda.commitments.Fact.Reported;

/**
 * An accepted report that no other one corrects, and whose word it is (rules 2.1, 2.3 to 2.5 and 3.5).
 *
 * @param speaker code of the party whose word it is; null for the secretariat's about the whole, which speaks for each
 *     party where the rule has it so
 */
record CountingReport(Reported reported, String speaker) {

    /** Those of a commitment, in the order of the world; of one day in that of their recording. */
    static List<CountingReport> of(List<Reported> reports) {
        Set<String> corrected = new HashSet<>();
        Map<String, String> speakers = new HashMap<>();
        for (Reported each : reports) {
            corrected.add(each.report().corrects());
            speakers.put(each.report().id(), speaker(each.report(), speakers));
        }
        return reports.stream()
                .filter(each -> !corrected.contains(each.report().id()))
                .map(each -> new CountingReport(each, speakers.get(each.report().id())))
                .sorted(Comparator.comparing(CountingReport::on))
                .toList();
    }

    /** Rules 2.4 and 2.5. */
    private static String speaker(Report report, Map<String, String> before) {
        if (report.party() != null) return report.party();
        return report.focalPoint() != null ? report.focalPoint() : before.get(report.corrects());
    }

    LocalDate on() {
        return reported.on();
    }

    Report report() {
        return reported.report();
    }

    String id() {
        return report().id();
    }

    Status status() {
        return report().status();
    }

    /** Rule 4.2. @param lead code of the party that leads on its day, null when none does */
    boolean aboutTheWhole(String lead) {
        return report().party() == null || report().party().equals(lead);
    }

    /** Rules 4.3 and 4.4: whether it is a party's own word, or speaks for that party by the rule. */
    boolean speaksFor(String party, RollUp rule) {
        return speaker == null ? rule != RollUp.lead : speaker.equals(party);
    }

    /** @param narrated whether with what it says */
    LastUpdate asLast(boolean narrated) {
        return new LastUpdate(
                id(), on(), reported.recorded().at(), report().party(), narrated ? report().narrative() : null);
    }
}
