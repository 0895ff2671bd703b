package org.servanda.reports.samples;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.servanda.reports.dossiers.DossierRow;
import org.servanda.testing.DistinctValues;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A row is built by position; each field must have the value of its name. */
class SampleRowTest {

    @Test
    void eachFieldHasTheValueOfItsNameInTheDrawAndInTheDossier() {
        StratifiedSample.Drawn drawn = DistinctValues.of(StratifiedSample.Drawn.class);
        DossierRow line = DistinctValues.of(DossierRow.class);
        Map<String, Object> expected = new TreeMap<>(DistinctValues.components(drawn));
        expected.putAll(DistinctValues.components(line));
        expected.remove("printedAs");
        assertEquals(expected, new TreeMap<>(DistinctValues.components(SampleRow.of(drawn, line))));
    }
}
