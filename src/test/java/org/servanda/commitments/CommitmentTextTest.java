package org.servanda.commitments;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.servanda.testing.DistinctValues;
import org.servanda.text.Bilingual;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CommitmentTextTest {

    @Test
    void aCopyHasTheNewValuesAndAllOthersAsTheyWere() {
        CommitmentText text = DistinctValues.of(CommitmentText.class);
        Bilingual title = new Bilingual("新", "new");
        TimeFrame frame = DistinctValues.of(TimeFrame.class);
        Map<String, Object> expected = DistinctValues.components(text);
        expected.put("title", title);
        expected.put("area", "new area");
        expected.put("otherAreas", List.of("new further area"));
        expected.put("timeFrame", frame);
        assertEquals(
                expected, DistinctValues.components(text.with(title, "new area", List.of("new further area"), frame)));
    }
}
