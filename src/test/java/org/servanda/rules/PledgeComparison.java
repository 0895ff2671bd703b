package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.servanda.rules.Fact.Assigned;

/** What the register answers of one pledge at a coordinate, held against the oracle. */
final class PledgeComparison {

    private final Pledge pledge;
    private final Differences differences;

    PledgeComparison(Pledge pledge, Differences differences) {
        this.pledge = pledge;
        this.differences = differences;
    }

    /** Empty when the pledge is absent, which is compared, too. */
    Optional<Seen> compare(Coordinate at) {
        Optional<Seen> seen = BitemporalOracle.at(pledge.events(), at.day(), at.known());
        if (seen.isEmpty()) {
            int status = RegisterClient.ask(pledge.path() + "?" + at.query()).statusCode();
            differences.compare("1.2 absent", 404, status, () -> pledge.code + " " + at);
            return seen;
        }
        compareWhole(RegisterClient.get(pledge.path() + "?" + at.query()), seen.get(), at.toString());
        compareParties(at, seen.get());
        compareQueue(at, seen.get());
        return seen;
    }

    // --- The whole

    /** The fields of a pledge as an answer has them. */
    static Map<String, Object> fields(Seen seen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", seen.title());
        fields.put("area", seen.area());
        fields.put("otherAreas", seen.otherAreas());
        fields.put("supportingAssigned", seen.supportingAssigned());
        fields.put("timeFrame", seen.timeFrame());
        fields.put("rollUp", seen.rollUp());
        fields.put("status", seen.status());
        fields.put("statusSince", text(seen.statusSince()));
        fields.put("percent", seen.percent());
        fields.put("percentOn", text(seen.percentOn()));
        fields.put("successor", seen.successor());
        fields.put("assurance", seen.assurance());
        fields.put("assessment", seen.assessment());
        fields.put("evidenceCount", seen.evidenceCount());
        return fields;
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** The lead that was assigned, as an answer has it; null for none. */
    static Map<String, Object> assigned(Seen seen) {
        Assigned lead = seen.assigned();
        if (lead == null) return null;
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("party", lead.party());
        if (lead.unit() != null) shown.put("unit", lead.unit());
        shown.put("since", text(seen.leadSince()));
        return shown;
    }

    void compareWhole(Map<String, Object> answer, Seen seen, String where) {
        Supplier<String> told = () -> pledge.code + " " + where;
        fields(seen).forEach((field, value) -> {
            Object actual = answer.get(field);
            boolean none = actual == null && List.of().equals(value);
            differences.compare("commitment " + field, value, none ? value : actual, told);
        });
        differences.compare("commitment schedule", seen.schedule(), answer.get("schedule"), told);
        differences.compare("commitment freshness", seen.freshness(), answer.get("freshness"), told);
        Object lead = RegisterClient.map(answer.get("owner")).get("assigned");
        differences.compare("commitment owner.assigned", assigned(seen), lead, told);
        differences.compare("commitment statusBasis shown", seen.basisShown(), answer.get("statusBasis") != null, told);
        compareLastUpdate(RegisterClient.map(answer.get("lastUpdate")), seen.lastUpdate(), told);
    }

    private void compareLastUpdate(Map<String, Object> answer, Seen.LastUpdate last, Supplier<String> told) {
        differences.compare("commitment lastUpdate shown", last != null, answer != null, told);
        if (last == null || answer == null) return;
        differences.compare("commitment lastUpdate.id", last.id(), answer.get("id"), told);
        differences.compare("commitment lastUpdate.party", last.party(), answer.get("party"), told);
        differences.compare(
                "commitment lastUpdate.effectiveOn", text(last.effectiveOn()), answer.get("effectiveOn"), told);
        Instant recordedAt = Instant.parse(answer.get("recordedAt").toString());
        differences.compare("commitment lastUpdate.recordedAt", last.recordedAt(), recordedAt, told);
    }

    // --- The parties

    private void compareParties(Coordinate at, Seen seen) {
        Map<String, Object> answer = RegisterClient.get(pledge.path() + "/parties?" + at.query());
        Supplier<String> told = () -> pledge.code + "/parties " + at;
        differences.compare("parties rollUp", seen.rollUp(), answer.get("rollUp"), told);
        differences.compare("parties status", seen.status(), answer.get("status"), told);
        List<Map<String, Object>> items = RegisterClient.list(answer, "items");
        List<Object> codes = items.stream().map(item -> item.get("party")).toList();
        List<String> expected = seen.parties().stream().map(SeenParty::party).toList();
        differences.compare("4.11 parties told of", expected, codes, told);
        for (Map<String, Object> item : items)
            seen.party(item.get("party").toString()).ifPresent(party -> compareParty(item, party, at));
    }

    private void compareParty(Map<String, Object> answer, SeenParty party, Coordinate at) {
        Supplier<String> told = () -> pledge.code + "/parties " + party.party() + " " + at;
        differences.compare("party lead", party.lead(), answer.get("lead"), told);
        differences.compare("party freshness", party.freshness(), answer.get("freshness"), told);
        partyFields(party).forEach((field, value) -> {
            boolean id = field.equals("lastUpdate") && answer.get(field) != null;
            Object actual = id ? RegisterClient.map(answer.get(field)).get("id") : answer.get(field);
            differences.compare("party " + field, value, actual, told);
        });
    }

    /** The fields of a party that follow from reports. */
    static Map<String, Object> partyFields(SeenParty party) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", party.status());
        fields.put("since", text(party.since()));
        fields.put("percent", party.percent());
        fields.put("percentOn", text(party.percentOn()));
        fields.put("assurance", party.assurance());
        fields.put("lastUpdate", party.lastUpdate());
        return fields;
    }

    // --- What is owed

    // Rules 8.7 and 8.8
    private void compareQueue(Coordinate at, Seen seen) {
        Supplier<String> told = () -> pledge.code + " in /queue " + at;
        Optional<Map<String, Object>> item =
                RegisterClient.items("/queue?limit=200&q=" + pledge.code + "&" + at.query()).stream()
                        .filter(one -> one.get("commitment").equals(pledge.code))
                        .findFirst();
        differences.compare("queue holds it", seen.queued(), item.isPresent(), told);
        if (item.isEmpty() || !seen.queued()) return;
        LocalDate due = seen.reportDue();
        differences.compare("queue freshness", seen.freshness(), item.get().get("freshness"), told);
        differences.compare("queue status", seen.status(), item.get().get("status"), told);
        differences.compare("queue reportDue", due.toString(), item.get().get("reportDue"), told);
        differences.compare(
                "queue days",
                (int) ChronoUnit.DAYS.between(due, at.day()),
                item.get().get("days"),
                told);
        differences.compare("queue owedBy", seen.owedBy(), item.get().get("owedBy"), told);
    }

    // --- What stands beside it

    // Rules 7.1 and 11
    void compareEvidenceAndMilestones(Coordinate at, Seen seen) {
        Supplier<String> told = () -> pledge.code + " " + at;
        int listed =
                RegisterClient.items(pledge.path() + "/evidence?" + at.query()).size();
        differences.compare("7.1 evidence listed", seen.evidenceCount(), listed, told);
        if (seen.milestones().isEmpty()) return;
        List<Map<String, Object>> items = RegisterClient.items(pledge.path() + "/milestones?" + at.query());
        differences.compare(
                "milestones",
                seen.milestones().stream().map(SeenMilestone::id).toList(),
                items.stream().map(item -> item.get("id")).toList(),
                told);
        for (Map<String, Object> item : items)
            for (SeenMilestone milestone : seen.milestones())
                if (milestone.id().equals(item.get("id"))) compareMilestone(item, milestone, told);
    }

    private void compareMilestone(Map<String, Object> answer, SeenMilestone milestone, Supplier<String> where) {
        Supplier<String> told = () -> where.get() + " " + milestone.id();
        differences.compare("milestone state", milestone.state(), answer.get("state"), told);
        milestoneFields(milestone)
                .forEach((field, value) -> differences.compare("milestone " + field, value, answer.get(field), told));
        int items = ((List<?>) answer.get("evidence")).size();
        differences.compare("milestone evidence", milestone.evidence(), items, told);
    }

    static Map<String, Object> milestoneFields(SeenMilestone milestone) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", milestone.title());
        fields.put("plannedOn", text(milestone.plannedOn()));
        fields.put("forecastOn", text(milestone.forecastOn()));
        fields.put("achievedOn", text(milestone.achievedOn()));
        return fields;
    }
}
