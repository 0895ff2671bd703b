package org.servanda.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What an entry of the ledger says, as far as the rules of the register speak of it. */
public sealed interface Fact {

    /** When the instrument was adopted, and how often it is to be reported on. */
    record InstrumentSet(LocalDate adopted, Integer reportingIntervalDays) implements Fact {}

    /**
     * The text of the commitment was read.
     *
     * @param ownerParties the parties that the text names as owner
     * @param timeFrame as the answers of the API have it; null when the text sets none
     */
    record TextRead(
            String status,
            LocalDate statusOn,
            List<String> parties,
            List<String> ownerParties,
            Map<String, Object> title,
            String area,
            List<String> otherAreas,
            Map<String, Object> timeFrame)
            implements Fact {}

    /**
     * A patch of a commitment.
     *
     * @param values what it states, by field: title, area, otherAreas, assigned (an {@link Assigned}), supportingAssigned,
     *     timeFrame, rollUp; null takes away
     */
    record Edited(LocalDate day, Map<String, Object> values) implements Fact {}

    /** A party that is to lead. */
    record Assigned(String party, Map<String, Object> unit) {}

    /**
     * What an update says of how much is done.
     *
     * @param said whether it says anything; {@code null} in an update says that there is no percent
     */
    record Percent(boolean said, Integer value) {

        public static final Percent ABSENT = new Percent(false, null);
        public static final Percent NULL = new Percent(true, null);

        public static Percent of(int value) {
            return new Percent(true, value);
        }
    }

    /**
     * An update that counts from this entry on, unless it is corrected.
     *
     * @param party the one party that it names; null for the whole
     * @param reasoned whether it gives a reason
     * @param evidence how many items it brings
     */
    record Reported(
            String id,
            LocalDate day,
            String status,
            Percent percent,
            String party,
            String corrects,
            String successor,
            boolean reasoned,
            int evidence,
            String submittedBy)
            implements Fact {}

    /** An update that waits for a decision. */
    record Submitted(Reported report) implements Fact {}

    /** An update that waited and was sent back. */
    record Returned(String id) implements Fact {}

    /**
     * An independent assessment.
     *
     * @param finding confirmed, disputed, or null
     */
    record Assessed(String id, LocalDate day, String result, String finding, String corrects, int evidence)
            implements Fact {}

    /**
     * One item of evidence that was found later.
     *
     * @param backs id of the update, or null
     * @param day the day on which it was recorded
     */
    record EvidenceAdded(String id, String backs, LocalDate day) implements Fact {}

    /**
     * A milestone was planned, or changed.
     *
     * @param values what it states, by field: title, plannedOn, forecastOn, achievedOn, dropped, evidence (a number of
     *     items); null takes away
     */
    record MilestoneStated(String id, LocalDate day, Map<String, Object> values) implements Fact {}
}
