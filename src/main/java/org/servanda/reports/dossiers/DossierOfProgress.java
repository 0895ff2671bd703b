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

/** The lines of a dossier about what was said of the commitment, and the trail of everything that changed. */
final class DossierOfProgress {

    private final String code;
    private final ObjectMapper json;
    private final Consumer<DossierRow> taker;

    DossierOfProgress(String code, ObjectMapper json, Consumer<DossierRow> taker) {
        this.code = code;
        this.json = json;
        this.taker = taker;
    }

    void report(UpdateView its) {
        tell(of(its, "state")
                .after(its.state())
                .text(its.narrative())
                .reason(its.reason() == null ? null : its.reason().either()));
        tell(of(its, "status").after(its.status()));
        tell(of(its, "percent").after(its.percent()).printedAs(PrintedAs.PERCENT));
        tell(of(its, "cleared").after(its.cleared()));
        tell(of(its, "successor").after(its.successor()));
        tell(of(its, "corrects").after(its.corrects()));
        tell(of(its, "correctedBy").after(its.correctedBy()));
        if (its.state() == UpdateState.submitted) return;
        tell(new DossierRowBuilder(code, Section.report, "decision")
                .id(its.id())
                .party(its.party())
                .recorded(its.decidedAt(), its.entry())
                .who(its.decidedBy())
                .after(its.state())
                .text(its.note()));
    }

    private DossierRowBuilder of(UpdateView its, String field) {
        return new DossierRowBuilder(code, Section.report, field)
                .id(its.id())
                .on(its.effectiveOn())
                .recorded(its.recordedAt(), null)
                .party(its.party())
                .who(its.submittedBy());
    }

    void evidence(EvidenceView its) {
        Evidence evidence = its.evidence();
        tell(of(its, "title")
                .after(evidence.sourceClass())
                .text(evidence.title())
                .url(evidence.url())
                .sha256(evidence.file() == null ? evidence.sha256() : evidence.file()));
        tell(of(its, "backs").after(its.backs()));
        tell(of(its, "file").after(evidence.file()));
        tell(of(its, "publisher").after(evidence.publisher()));
        tell(of(its, "language").after(evidence.language()));
        tell(of(its, "publishedOn").after(evidence.publishedOn()));
        tell(of(its, "retrievedAt").after(evidence.retrievedAt()));
        tell(of(its, "quote").text(evidence.quote()));
    }

    private DossierRowBuilder of(EvidenceView its, String field) {
        return new DossierRowBuilder(code, Section.evidence, field)
                .id(its.id() == null ? its.backs() : its.id())
                .on(its.effectiveOn())
                .recorded(its.recordedAt(), its.entry());
    }

    void milestone(MilestoneView its) {
        tell(of(its, "state").after(its.state()).text(its.title()).reason(its.reason()));
        tell(of(its, "plannedOn").after(its.plannedOn()));
        tell(of(its, "forecastOn").after(its.forecastOn()));
        tell(of(its, "achievedOn").after(its.achievedOn()));
    }

    private DossierRowBuilder of(MilestoneView its, String field) {
        return new DossierRowBuilder(code, Section.milestone, field)
                .id(its.id())
                .on(its.effectiveOn())
                .recorded(its.recordedAt(), its.entry());
    }

    void assessment(AssessmentView its) {
        tell(of(its, "result")
                .after(its.result())
                .text(its.rationale())
                .reason(its.reason() == null ? null : its.reason().either()));
        tell(of(its, "finding").after(its.finding()));
        tell(of(its, "corrects").after(its.corrects()));
        tell(of(its, "correctedBy").after(its.correctedBy()));
    }

    private DossierRowBuilder of(AssessmentView its, String field) {
        return new DossierRowBuilder(code, Section.assessment, field)
                .id(its.id())
                .on(its.assessedOn())
                .recorded(its.recordedAt(), its.entry())
                .who(its.assessor());
    }

    /** Whatever happened has its line, also where no field changed. */
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
        JsonNode node = value instanceof JsonNode its ? its : json.valueToTree(value);
        if (node.isNull()) return null;
        if (node.isValueNode()) return node.asText();
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }

    private void tell(DossierRowBuilder dossierRowBuilder) {
        if (dossierRowBuilder.says()) taker.accept(dossierRowBuilder.row());
    }
}
