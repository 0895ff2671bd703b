package org.servanda.commitments;

import java.util.List;

import org.servanda.text.Bilingual;

/**
 * What an edit sets beside the text, as the ledger keeps it; what it does not name stays. The wording is not among it.
 *
 * @param cleared fields that have no value from here on
 */
record Edit(
        Bilingual title,
        String area,
        List<String> otherAreas,
        Owner.Assigned assigned,
        List<String> supportingAssigned,
        TimeFrame timeFrame,
        RollUp rollUp,
        List<Clearable> cleared) {

    /** What an edit can take away again. */
    enum Clearable {
        assigned,
        timeFrame
    }

    boolean setsNothing() {
        return equals(new Edit(null, null, null, null, null, null, null, null));
    }

    Details on(Details former) {
        Promise promise = former.promise();
        Promise edited = promise.with(
                or(title, promise.title()),
                or(area, promise.area()),
                or(otherAreas, promise.otherAreas()),
                clears(Clearable.timeFrame) ? null : or(timeFrame, promise.timeFrame()));
        return new Details(
                edited,
                clears(Clearable.assigned) ? null : or(assigned, former.assigned()),
                or(supportingAssigned, former.supportingAssigned()),
                or(rollUp, former.rollUp()));
    }

    private boolean clears(Clearable field) {
        return cleared != null && cleared.contains(field);
    }

    private static <T> T or(T set, T former) {
        return set == null ? former : set;
    }
}
