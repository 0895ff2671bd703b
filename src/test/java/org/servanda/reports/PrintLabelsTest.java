package org.servanda.reports;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.servanda.commitments.standings.CommitmentView;
import org.servanda.ledger.ReadPoints;
import org.servanda.reports.changes.ChangesReport;
import org.servanda.reports.status.StatusRow;
import org.servanda.testing.HttpTest;
import org.servanda.text.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** On paper, fields and values are said in words. */
@HttpTest
class PrintLabelsTest {

    private static final PrintedField COMMITMENT = PrintedField.of(CommitmentView.class);

    @Inject
    LabelReader labels;

    @Inject
    ReadPoints registers;

    private PrintLabels in(Language language) {
        return new PrintLabels(labels.read(language, registers.now()));
    }

    @Test
    void everyFieldThatCanChangeHasANameInBothLanguages() {
        for (String field : ChangesReport.COMPARED) {
            assertTrue(in(Language.zh).field(field).matches(".*\\p{IsHan}.*"), field);
            assertNotEquals(field, in(Language.en).field(field));
        }
    }

    @Test
    void aPathIsSaidStepByStep() {
        assertEquals("参与方 / 泰国 / 实施状态", in(Language.zh).field("parties/TH/status"));
        assertEquals(
                "Milestone / ACJS-2024.II.2-M1 / Planned for",
                in(Language.en).field("milestones/ACJS-2024.II.2-M1/plannedOn"));
        assertEquals("Last report (Chinese)", in(Language.en).field("lastReportZh"));
        assertEquals("whatever", in(Language.en).field("whatever"));
    }

    @Test
    void valuesAreSaidByTheListOfTheirField() {
        PrintedField row = PrintedField.of(StatusRow.class);
        assertEquals("推进中", in(Language.zh).value(row.field("status"), "in_progress"));
        assertEquals("Limited", in(Language.en).value(row.field("assessment"), "limited"));
        assertEquals("老挝、泰国", in(Language.zh).value(row.field("ownerStatedParties"), "LA;TH"));
        assertEquals("数字基础设施", in(Language.zh).value(row.field("area"), "INFRA"));
        assertEquals("70 %", in(Language.en).value(row.field("percent"), "70"));
        assertEquals("one; two", in(Language.en).value(row.field("titleEn"), "one; two"));
        assertEquals("in_progress", in(Language.en).value(row.field("noSuchField"), "in_progress"));
    }

    /** Fields of one name in two records, where only the record tells the list. */
    @Test
    void theRecordTellsTheListAndNotTheName() {
        assertEquals("承诺类型", in(Language.zh).field("kind"));
        assertEquals("活动", in(Language.zh).value(COMMITMENT.field("kind"), "event"));
        assertEquals(
                "含义差异", in(Language.zh).value(COMMITMENT.field("divergences").field("kind"), "nuance"));
        assertEquals("原文", in(Language.zh).value(COMMITMENT.field("timeFrame").field("basis"), "text"));
        assertEquals(
                "Month", in(Language.en).value(COMMITMENT.field("timeFrame").field("precision"), "month"));
    }

    @Test
    void whatIsJsonIsSaidAsAListOfItsFields() {
        String owner = "{\"stated\":{\"how\":\"unnamed\",\"text\":{\"zh\":\"中国企业\"},\"parties\":[]},"
                + "\"assigned\":{\"party\":\"TH\",\"since\":\"2026-04-15\"}}";
        assertEquals(
                "原文所载：表述方式：未具名；原文：中国企业；已指定：参与方：泰国；自：2026-04-15",
                in(Language.zh).valueOrJson(COMMITMENT.field("owner"), owner));
        assertEquals(
                "Thailand, Singapore",
                in(Language.en).valueOrJson(COMMITMENT.field("supportingAssigned"), "[\"TH\",\"SG\"]"));
        assertEquals("70 %", in(Language.en).valueOrJson(COMMITMENT.field("percent"), "70"));
    }

    @Test
    void aTextThatOnlyLooksLikeJsonStaysWhatItIs() {
        for (String text : new String[] {"{draft}", "[1] and more", "{} and more", "{\"open"})
            assertEquals(text, in(Language.en).valueOrJson(COMMITMENT.field("reason"), text));
    }
}
