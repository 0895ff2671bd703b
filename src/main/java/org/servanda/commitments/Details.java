package org.servanda.commitments;

import java.util.List;

/**
 * What is known of a commitment apart from its progress.
 *
 * @param promise the text's promise, with title, areas and time frame as they are on the day
 * @param assigned the lead beside what the text states, null while there is none
 * @param supportingAssigned codes of parties assigned to support, beside those the text names
 */
record Details(Promise promise, Owner.Assigned assigned, List<String> supportingAssigned) {

    static Details of(Promise promise) {
        TimeFrame frame = promise.timeFrame();
        return new Details(
                promise.with(
                        promise.title(),
                        promise.area(),
                        promise.otherAreas(),
                        frame == null ? null : frame.on(TimeFrameBasis.stated)),
                null,
                List.of());
    }

    Owner owner() {
        return new Owner(promise.owner(), assigned);
    }
}
