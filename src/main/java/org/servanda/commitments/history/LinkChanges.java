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

/** What happened to the links of a commitment: each entry with the link before and after it. */
final class LinkChanges {

    private LinkChanges() {}

    /** @param links whatever was known of them, in the order in which it was recorded */
    static List<ChangeView> of(String code, List<Link> links, Entries entries) {
        Map<String, LinkView> known = new HashMap<>();
        List<ChangeView> changes = new ArrayList<>();
        for (Link link : links) {
            LinkView seen = link.seenFrom(code);
            String field = "links/" + seen.direction() + "/" + seen.type() + "/" + seen.to();
            LinkView now = link.withdrawn() ? null : seen;
            changes.add(ChangeView.of(
                    entries.at(link.recordedFrom()),
                    field,
                    known.get(field),
                    now,
                    new DayRange(link.since(), EndOfTime.FOREVER),
                    null));
            known.put(field, now);
        }
        return changes;
    }
}
