package org.servanda.commitments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every move from every status to every other one. */
class StatusTest {

    /**
     * A row for each status from which, a column for each to which, in the same order. M: a move; =: the same again; r:
     * taken up again, with a reason only; a dot: not at all.
     */
    private static final String MOVES =
            """
                     decl expl prep prog oper comp susp canc supe
        declared      =    M    M    M    M    M    M    M    M
        exploring     .    =    M    M    .    .    M    M    M
        preparing     .    .    =    M    M    M    M    M    M
        in_progress   .    .    .    =    M    M    M    M    M
        operational   .    .    .    .    =    M    M    M    M
        completed     .    .    .    r    .    =    .    .    .
        suspended     M    M    M    M    M    .    =    M    M
        cancelled     .    .    .    r    .    .    .    =    .
        superseded    .    .    .    r    .    .    .    .    =
        """;

    private static final List<Status> COLUMNS = List.of(
            Status.declared,
            Status.exploring,
            Status.preparing,
            Status.in_progress,
            Status.operational,
            Status.completed,
            Status.suspended,
            Status.cancelled,
            Status.superseded);

    private static Map<Status, List<String>> table() {
        Map<Status, List<String>> rows = new TreeMap<>();
        MOVES.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .forEach(line -> rows.put(Status.valueOf(line.get(0)), line.subList(1, line.size())));
        return rows;
    }

    private static List<String> wrong(boolean reasoned, Set<String> allowed) {
        List<String> wrong = new ArrayList<>();
        table().forEach((from, row) -> {
            for (int i = 0; i < row.size(); i++) {
                Status to = COLUMNS.get(i);
                if (from.canBecome(to, reasoned) != allowed.contains(row.get(i))) wrong.add(from + " to " + to);
            }
        });
        return wrong;
    }

    @Test
    void theTableHoldsEveryStatusTwice() {
        assertEquals(List.of(Status.values()), List.copyOf(table().keySet()));
        assertEquals(Set.of(Status.values()), Set.copyOf(COLUMNS));
        table().values().forEach(row -> assertEquals(Status.values().length, row.size()));
    }

    @Test
    void withoutAReasonEveryMoveIsWhatTheTableSays() {
        assertEquals(List.of(), wrong(false, Set.of("M", "=")));
    }

    @Test
    void withAReasonWhatWasClosedIsTakenUpAgainAndNothingElseChanges() {
        assertEquals(List.of(), wrong(true, Set.of("M", "=", "r")));
    }

    @Test
    void whatIsAllowedNextIsEachMoveOfTheRow() {
        table().forEach((from, row) -> {
            for (int i = 0; i < row.size(); i++)
                assertEquals(
                        row.get(i).equals("M"), from.next().contains(COLUMNS.get(i)), from + " to " + COLUMNS.get(i));
        });
    }

    @Test
    void onlyWhatWasClosedIsTakenUpAgain() {
        table().forEach((from, row) -> {
            for (int i = 0; i < row.size(); i++)
                assertEquals(row.get(i).equals("r"), from.reopens(COLUMNS.get(i)), from + " to " + COLUMNS.get(i));
        });
    }

    @Test
    void noTwoStatusesAreEquallyAdvanced() {
        assertEquals(
                List.of(
                        Status.superseded,
                        Status.cancelled,
                        Status.suspended,
                        Status.declared,
                        Status.exploring,
                        Status.preparing,
                        Status.in_progress,
                        Status.operational,
                        Status.completed),
                Arrays.stream(Status.values())
                        .sorted(Status.BY_ADVANCEMENT.reversed())
                        .sorted(Status.BY_ADVANCEMENT)
                        .toList());
        for (Status one : Status.values())
            for (Status other : Status.values())
                assertEquals(one == other, Status.BY_ADVANCEMENT.compare(one, other) == 0, one + " and " + other);
    }

    @Test
    void thePartyStatusesAreNotReportedAndEveryStatus() {
        List<String> statuses = new ArrayList<>(List.of(PartyStatus.not_reported.name()));
        for (Status status : Status.values()) statuses.add(status.name());
        assertEquals(
                statuses,
                Arrays.stream(PartyStatus.values()).map(PartyStatus::name).toList());
    }
}
