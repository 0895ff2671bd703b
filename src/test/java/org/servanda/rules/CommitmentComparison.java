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

/** What the register answers of one commitment at a read point, held against the oracle. */
final class CommitmentComparison {

    private final TrackedCommitment trackedCommitment;
    private final Differences differences;

    CommitmentComparison(TrackedCommitment trackedCommitment, Differences differences) {
        this.trackedCommitment = trackedCommitment;
        this.differences = differences;
    }

    /** Empty when the commitment is absent, which is compared, too. */
    Optional<ExpectedCommitment> compare(OraclePoint at) {
        Optional<ExpectedCommitment> seen = BitemporalOracle.at(trackedCommitment.events(), at.day(), at.known());
        if (seen.isEmpty()) {
            int status = RegisterClient.ask(trackedCommitment.path() + "?" + at.query())
                    .statusCode();
            differences.compare("1.2 absent", 404, status, () -> trackedCommitment.code + " " + at);
            return seen;
        }
        compareWhole(RegisterClient.get(trackedCommitment.path() + "?" + at.query()), seen.get(), at.toString());
        compareParties(at, seen.get());
        compareQueue(at, seen.get());
        return seen;
    }

    // --- The whole

    /** The fields of a commitment as an answer has them. */
    static Map<String, Object> fields(ExpectedCommitment expectedCommitment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", expectedCommitment.title());
        fields.put("area", expectedCommitment.area());
        fields.put("otherAreas", expectedCommitment.otherAreas());
        fields.put("supportingAssigned", expectedCommitment.supportingAssigned());
        fields.put("timeFrame", expectedCommitment.timeFrame());
        fields.put("rollUp", expectedCommitment.rollUp());
        fields.put("status", expectedCommitment.status());
        fields.put("statusSince", text(expectedCommitment.statusSince()));
        fields.put("percent", expectedCommitment.percent());
        fields.put("percentOn", text(expectedCommitment.percentOn()));
        fields.put("successor", expectedCommitment.successor());
        fields.put("assurance", expectedCommitment.assurance());
        fields.put("assessment", expectedCommitment.assessment());
        fields.put("evidenceCount", expectedCommitment.evidenceCount());
        return fields;
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** The lead that was assigned, as an answer has it; null for none. */
    static Map<String, Object> assigned(ExpectedCommitment expectedCommitment) {
        Assigned lead = expectedCommitment.assigned();
        if (lead == null) return null;
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("party", lead.party());
        if (lead.unit() != null) shown.put("unit", lead.unit());
        shown.put("since", text(expectedCommitment.leadSince()));
        return shown;
    }

    void compareWhole(Map<String, Object> answer, ExpectedCommitment expectedCommitment, String where) {
        Supplier<String> told = () -> trackedCommitment.code + " " + where;
        fields(expectedCommitment).forEach((field, value) -> {
            Object actual = answer.get(field);
            boolean none = actual == null && List.of().equals(value);
            differences.compare("commitment " + field, value, none ? value : actual, told);
        });
        differences.compare("commitment schedule", expectedCommitment.schedule(), answer.get("schedule"), told);
        differences.compare("commitment freshness", expectedCommitment.freshness(), answer.get("freshness"), told);
        Object lead = RegisterClient.map(answer.get("owner")).get("assigned");
        differences.compare("commitment owner.assigned", assigned(expectedCommitment), lead, told);
        differences.compare(
                "commitment statusBasis shown",
                expectedCommitment.basisShown(),
                answer.get("statusBasis") != null,
                told);
        compareLastUpdate(RegisterClient.map(answer.get("lastUpdate")), expectedCommitment.lastUpdate(), told);
    }

    private void compareLastUpdate(
            Map<String, Object> answer, ExpectedCommitment.LastUpdate last, Supplier<String> told) {
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

    private void compareParties(OraclePoint at, ExpectedCommitment expectedCommitment) {
        Map<String, Object> answer = RegisterClient.get(trackedCommitment.path() + "/parties?" + at.query());
        Supplier<String> told = () -> trackedCommitment.code + "/parties " + at;
        differences.compare("parties rollUp", expectedCommitment.rollUp(), answer.get("rollUp"), told);
        differences.compare("parties status", expectedCommitment.status(), answer.get("status"), told);
        List<Map<String, Object>> items = RegisterClient.list(answer, "items");
        List<Object> codes = items.stream().map(item -> item.get("party")).toList();
        List<String> expected =
                expectedCommitment.parties().stream().map(ExpectedParty::party).toList();
        differences.compare("4.11 parties told of", expected, codes, told);
        for (Map<String, Object> item : items)
            expectedCommitment.party(item.get("party").toString()).ifPresent(party -> compareParty(item, party, at));
    }

    private void compareParty(Map<String, Object> answer, ExpectedParty party, OraclePoint at) {
        Supplier<String> told = () -> trackedCommitment.code + "/parties " + party.party() + " " + at;
        differences.compare("party lead", party.lead(), answer.get("lead"), told);
        differences.compare("party freshness", party.freshness(), answer.get("freshness"), told);
        partyFields(party).forEach((field, value) -> {
            boolean id = field.equals("lastUpdate") && answer.get(field) != null;
            Object actual = id ? RegisterClient.map(answer.get(field)).get("id") : answer.get(field);
            differences.compare("party " + field, value, actual, told);
        });
    }

    /** The fields of a party that follow from reports. */
    static Map<String, Object> partyFields(ExpectedParty party) {
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
    private void compareQueue(OraclePoint at, ExpectedCommitment expectedCommitment) {
        Supplier<String> told = () -> trackedCommitment.code + " in /queue " + at;
        Optional<Map<String, Object>> item =
                RegisterClient.items("/queue?limit=200&q=" + trackedCommitment.code + "&" + at.query()).stream()
                        .filter(one -> one.get("commitment").equals(trackedCommitment.code))
                        .findFirst();
        differences.compare("queue holds it", expectedCommitment.queued(), item.isPresent(), told);
        if (item.isEmpty() || !expectedCommitment.queued()) return;
        LocalDate due = expectedCommitment.reportDue();
        differences.compare(
                "queue freshness", expectedCommitment.freshness(), item.get().get("freshness"), told);
        differences.compare(
                "queue status", expectedCommitment.status(), item.get().get("status"), told);
        differences.compare("queue reportDue", due.toString(), item.get().get("reportDue"), told);
        differences.compare(
                "queue days",
                (int) ChronoUnit.DAYS.between(due, at.day()),
                item.get().get("days"),
                told);
        differences.compare(
                "queue owedBy", expectedCommitment.owedBy(), item.get().get("owedBy"), told);
    }

    // --- What stands beside it

    // Rules 7.1 and 11
    void compareEvidenceAndMilestones(OraclePoint at, ExpectedCommitment expectedCommitment) {
        Supplier<String> told = () -> trackedCommitment.code + " " + at;
        int listed = RegisterClient.items(trackedCommitment.path() + "/evidence?" + at.query())
                .size();
        differences.compare("7.1 evidence listed", expectedCommitment.evidenceCount(), listed, told);
        if (expectedCommitment.milestones().isEmpty()) return;
        List<Map<String, Object>> items = RegisterClient.items(trackedCommitment.path() + "/milestones?" + at.query());
        differences.compare(
                "milestones",
                expectedCommitment.milestones().stream()
                        .map(ExpectedMilestone::id)
                        .toList(),
                items.stream().map(item -> item.get("id")).toList(),
                told);
        for (Map<String, Object> item : items)
            for (ExpectedMilestone milestone : expectedCommitment.milestones())
                if (milestone.id().equals(item.get("id"))) compareMilestone(item, milestone, told);
    }

    private void compareMilestone(Map<String, Object> answer, ExpectedMilestone milestone, Supplier<String> where) {
        Supplier<String> told = () -> where.get() + " " + milestone.id();
        differences.compare("milestone state", milestone.state(), answer.get("state"), told);
        milestoneFields(milestone)
                .forEach((field, value) -> differences.compare("milestone " + field, value, answer.get(field), told));
        int items = ((List<?>) answer.get("evidence")).size();
        differences.compare("milestone evidence", milestone.evidence(), items, told);
    }

    static Map<String, Object> milestoneFields(ExpectedMilestone milestone) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", milestone.title());
        fields.put("plannedOn", text(milestone.plannedOn()));
        fields.put("forecastOn", text(milestone.forecastOn()));
        fields.put("achievedOn", text(milestone.achievedOn()));
        return fields;
    }
}
