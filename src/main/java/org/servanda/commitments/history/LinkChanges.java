package org.servanda.commitments.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.history.ChangeView.DayRange;
import org.servanda.commitments.links.Link;
import org.servanda.commitments.links.LinkView;
import org.servanda.ledger.Entries;

/** The changes of the links of a commitment: one for each ledger entry about a link, with the link before and after it. */
final class LinkChanges {

    private LinkChanges() {}

    /** @param links all versions of the links, in recorded order */
    static List<ChangeView> of(String code, List<Link> links, Entries entries) {
        Map<String, LinkView> currentByField = new HashMap<>();
        List<ChangeView> changes = new ArrayList<>();
        for (Link link : links) {
            LinkView view = link.seenFrom(code);
            String field = "links/" + view.direction() + "/" + view.type() + "/" + view.to();
            LinkView current = link.withdrawn() ? null : view;
            changes.add(ChangeView.of(
                    entries.at(link.recordedFrom()),
                    field,
                    currentByField.get(field),
                    current,
                    new DayRange(link.since(), EndOfTime.FOREVER),
                    null));
            currentByField.put(field, current);
        }
        return changes;
    }
}
