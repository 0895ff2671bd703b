package org.servanda.reports.dossiers;

import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.servanda.commitments.history.ChangeView;
import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceView;
import org.servanda.progress.assessments.AssessmentView;
import org.servanda.progress.milestones.MilestoneView;
import org.servanda.progress.updates.UpdateState;
import org.servanda.progress.updates.UpdateView;
import org.servanda.reports.dossiers.DossierRow.Section;
import org.servanda.text.PrintedAs;

/** Writes the lines of a dossier about updates, evidence, milestones and assessments, and the trail of all changes. */
final class DossierOfProgress {

    private final String code;
    private final ObjectMapper json;
    private final Consumer<DossierRow> taker;

    DossierOfProgress(String code, ObjectMapper json, Consumer<DossierRow> taker) {
        this.code = code;
        this.json = json;
        this.taker = taker;
    }

    void update(UpdateView update) {
        add(of(update, "state")
                .after(update.state())
                .text(update.narrative())
                .reason(update.reason() == null ? null : update.reason().either()));
        add(of(update, "status").after(update.status()));
        add(of(update, "percent").after(update.percent()).printedAs(PrintedAs.PERCENT));
        add(of(update, "cleared").after(update.cleared()));
        add(of(update, "successor").after(update.successor()));
        add(of(update, "corrects").after(update.corrects()));
        add(of(update, "correctedBy").after(update.correctedBy()));
        if (update.state() == UpdateState.submitted) return;
        add(new DossierRowBuilder(code, Section.report, "decision")
                .id(update.id())
                .party(update.party())
                .recorded(update.decidedAt(), update.entry())
                .who(update.decidedBy())
                .after(update.state())
                .text(update.note()));
    }

    private DossierRowBuilder of(UpdateView update, String field) {
        return new DossierRowBuilder(code, Section.report, field)
                .id(update.id())
                .on(update.effectiveOn())
                .recorded(update.recordedAt(), null)
                .party(update.party())
                .who(update.submittedBy());
    }

    void evidence(EvidenceView item) {
        Evidence evidence = item.evidence();
        add(of(item, "title")
                .after(evidence.sourceClass())
                .text(evidence.title())
                .url(evidence.url())
                .sha256(evidence.file() == null ? evidence.sha256() : evidence.file()));
        add(of(item, "backs").after(item.backs()));
        add(of(item, "file").after(evidence.file()));
        add(of(item, "publisher").after(evidence.publisher()));
        add(of(item, "language").after(evidence.language()));
        add(of(item, "publishedOn").after(evidence.publishedOn()));
        add(of(item, "retrievedAt").after(evidence.retrievedAt()));
        add(of(item, "quote").text(evidence.quote()));
    }

    private DossierRowBuilder of(EvidenceView item, String field) {
        return new DossierRowBuilder(code, Section.evidence, field)
                .id(item.id() == null ? item.backs() : item.id())
                .on(item.effectiveOn())
                .recorded(item.recordedAt(), item.entry());
    }

    void milestone(MilestoneView milestone) {
        add(of(milestone, "state")
                .after(milestone.state())
                .text(milestone.title())
                .reason(milestone.reason()));
        add(of(milestone, "plannedOn").after(milestone.plannedOn()));
        add(of(milestone, "forecastOn").after(milestone.forecastOn()));
        add(of(milestone, "achievedOn").after(milestone.achievedOn()));
    }

    private DossierRowBuilder of(MilestoneView milestone, String field) {
        return new DossierRowBuilder(code, Section.milestone, field)
                .id(milestone.id())
                .on(milestone.effectiveOn())
                .recorded(milestone.recordedAt(), milestone.entry());
    }

    void assessment(AssessmentView assessment) {
        add(of(assessment, "result")
                .after(assessment.result())
                .text(assessment.rationale())
                .reason(assessment.reason() == null ? null : assessment.reason().either()));
        add(of(assessment, "finding").after(assessment.finding()));
        add(of(assessment, "corrects").after(assessment.corrects()));
        add(of(assessment, "correctedBy").after(assessment.correctedBy()));
    }

    private DossierRowBuilder of(AssessmentView assessment, String field) {
        return new DossierRowBuilder(code, Section.assessment, field)
                .id(assessment.id())
                .on(assessment.assessedOn())
                .recorded(assessment.recordedAt(), assessment.entry())
                .who(assessment.assessor());
    }

    /** One line for each change, also for an event that changed no field. */
    void trail(List<ChangeView> changes) {
        for (ChangeView change : changes)
            taker.accept(new DossierRowBuilder(code, Section.trail, change.field())
                    .kind(change.kind())
                    .on(change.from() == null ? change.effectiveOn() : change.from())
                    .to(change.to())
                    .recorded(change.recordedAt(), change.entry())
                    .id(change.update())
                    .who(change.actor())
                    .before(value(change.old()))
                    .after(value(change.now()))
                    .reason(change.reason())
                    .row());
    }

    private String value(Object value) {
        if (value == null) return null;
        JsonNode node = value instanceof JsonNode tree ? tree : json.valueToTree(value);
        if (node.isNull()) return null;
        if (node.isValueNode()) return node.asText();
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }

    private void add(DossierRowBuilder builder) {
        if (builder.hasValue()) taker.accept(builder.row());
    }
}
