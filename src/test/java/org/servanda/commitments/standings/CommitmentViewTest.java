package org.servanda.commitments.standings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Progress;
import org.servanda.commitments.timeline.StateVersion;
import org.servanda.testing.DistinctValues;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A view is built by position; each field must have the value of its name. */
class CommitmentViewTest {

    @Test
    void eachFieldHasTheValueOfItsName() {
        CommitmentState state = DistinctValues.of(CommitmentState.class);
        StateVersion version = DistinctValues.of(StateVersion.class);
        List<LinkView> links = List.of(DistinctValues.of(LinkView.class));
        CommitmentView view = CommitmentView.of(state, Schedule.late, Freshness.due, links, version);

        CommitmentText text = state.details().text();
        Progress progress = state.progress();
        Map<String, Object> expected = new TreeMap<>(DistinctValues.components(text));
        expected.remove("place");
        expected.put("owner", state.details().owner());
        expected.put("supportingAssigned", state.details().supportingAssigned());
        expected.put("rollUp", state.details().rule());
        expected.put("status", progress.status());
        expected.put("statusSince", progress.since());
        expected.put("percent", progress.percent());
        expected.put("percentOn", progress.percentOn());
        expected.put("successor", progress.successor());
        expected.put("schedule", Schedule.late);
        expected.put("freshness", Freshness.due);
        expected.put("assurance", progress.assurance());
        expected.put("assessment", progress.assessment());
        expected.put("evidenceCount", progress.evidence());
        expected.put("statusBasis", text.statusBasis());
        expected.put("lastUpdate", progress.lastUpdate());
        expected.put("links", links);
        expected.put("updatedAt", version.at());
        expected.put("version", version.version());
        expected.put("revision", version.revision());
        assertEquals(expected, new TreeMap<>(DistinctValues.components(view)));
    }
}
