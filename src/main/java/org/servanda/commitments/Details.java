package org.servanda.commitments;

import java.util.List;

/**
 * What is known of a commitment apart from its progress.
 *
 * @param promise the text's promise, with title, areas and time frame as they are on the day
 * @param assigned the lead beside what the text states, null while there is none
 * @param supportingAssigned codes of parties assigned to support, beside those the text names
 * @param rollUp how the whole follows from the parties, null while nobody has declared it
 */
record Details(Promise promise, Owner.Assigned assigned, List<String> supportingAssigned, RollUp rollUp) {

    static Details of(Promise promise) {
        TimeFrame frame = promise.timeFrame();
        return new Details(
                promise.with(
                        promise.title(),
                        promise.area(),
                        promise.otherAreas(),
                        frame == null ? null : frame.on(TimeFrameBasis.stated)),
                null,
                List.of(),
                null);
    }

    RollUp rule() {
        return rollUp == null ? RollUp.lead : rollUp;
    }

    /** Code of the party that leads: the one assigned, else the only one that the text names; null when there is none. */
    String lead() {
        if (assigned != null) return assigned.party();
        List<String> named = promise.owner().parties();
        return named != null && named.size() == 1 ? named.get(0) : null;
    }

    /** Codes of those who are to report: the one that leads, where the whole follows from it; else every party. */
    List<String> reporters() {
        return rule() == RollUp.lead && lead() != null ? List.of(lead()) : promise.parties();
    }

    Owner owner() {
        return new Owner(promise.owner(), assigned);
    }
}
