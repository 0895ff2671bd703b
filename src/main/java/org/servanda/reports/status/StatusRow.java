package org.servanda.reports.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.instruments.CitedPassage;
import org.servanda.reports.Labels;
import org.servanda.reports.bundles.BundleRow;
import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;

/**
 * A commitment as the status report tells of it. New fields are added at the end; none is ever moved or taken out.
 * Stated a second time, independently, in {@code org.servanda.verify.StatusRow}.
 */
@Schema(description = "A commitment as the status report tells of it.")
public record StatusRow(
        @Schema(required = true, description = "Code of the commitment.") String code,
        @Schema(required = true, description = "Code of the instrument it stands in.") String instrument,
        @Schema(description = "Its number in the document.") String item,
        @Schema(description = "Short title in Chinese.") String titleZh,
        @Schema(description = "Short title in English.") String titleEn,
        @Schema(description = "Official wording in Chinese, as it stands; absent for items of a press report.")
                String wordingZh,
        @Schema(description = "Official wording in English, as it stands; absent for items of a press report.")
                String wordingEn,
        @Schema(description = "Summary in Chinese in our own words; only for items of a press report.")
                String summaryZh,
        @Schema(description = "Summary in English in our own words; only for items of a press report.")
                String summaryEn,
        @Schema(required = true, description = "Code of the primary area.") @PrintedAs(PrintedAs.AREA) String area,
        @Schema(required = true, description = "What the primary area is called.") String areaLabel,
        @Schema(required = true, description = "Codes of further areas.") @PrintedAs(PrintedAs.AREA)
                List<String> otherAreas,
        @Schema(required = true, description = "What sort of thing was promised.") CommitmentKind kind,
        @Schema(required = true, description = "How strongly the governing verb binds.") Obligation obligation,
        @Schema(required = true, description = "Codes of the parties bound or taking part.") @PrintedAs(PrintedAs.PARTY)
                List<String> parties,
        @Schema(required = true, description = "How the text names who is to act.") OwnerHow ownerStated,
        @Schema(description = "The words that name the owner, in Chinese.") String ownerStatedZh,
        @Schema(description = "The words that name the owner, in English.") String ownerStatedEn,
        @Schema(required = true, description = "Codes of the parties that the text names as owner.")
                @PrintedAs(PrintedAs.PARTY)
                List<String> ownerStatedParties,
        @Schema(description = "Code of the party that was assigned to lead.") @PrintedAs(PrintedAs.PARTY)
                String ownerAssigned,
        @Schema(description = "The ministry, agency or office within it, in Chinese.") String ownerAssignedUnitZh,
        @Schema(description = "The ministry, agency or office within it, in English.") String ownerAssignedUnitEn,
        @Schema(description = "The day from which it leads.") LocalDate ownerAssignedSince,
        @Schema(description = "First day of the time set for it.") LocalDate timeFrameFrom,
        @Schema(description = "Last day of the time set for it.") LocalDate timeFrameTo,
        @Schema(required = true, description = "Where it stands.") Status status,
        @Schema(required = true, description = "What this status is called.") String statusLabel,
        @Schema(required = true, description = "The day from which the status holds.") LocalDate statusSince,
        @Schema(
                        description =
                                "How much is done, 0 to 100, as the last report says that gave it while the status was the same; never computed.")
                @PrintedAs(PrintedAs.PERCENT)
                Integer percent,
        @Schema(required = true, description = "How it stands on the day against the time set for it; derived.")
                Schedule schedule,
        @Schema(required = true, description = "What this is called.") String scheduleLabel,
        @Schema(required = true, description = "How recently progress was reported; derived.") Freshness freshness,
        @Schema(required = true, description = "What this is called.") String freshnessLabel,
        @Schema(required = true, description = "How well its standing is backed; derived.") Assurance assurance,
        @Schema(required = true, description = "What this is called.") String assuranceLabel,
        @Schema(required = true, description = "What an independent assessor found.") AssessmentResult assessment,
        @Schema(required = true, description = "What this is called.") String assessmentLabel,
        @Schema(description = "Id of the latest accepted update.") String lastReport,
        @Schema(description = "The day in the world that it speaks of.") LocalDate lastReportOn,
        @Schema(description = "When it was accepted (UTC).") Instant lastReportRecordedAt,
        @Schema(description = "Code of the one party it speaks of; absent when it speaks of the whole.")
                @PrintedAs(PrintedAs.PARTY)
                String lastReportParty,
        @Schema(description = "What it says, in Chinese.") String lastReportZh,
        @Schema(description = "What it says, in English.") String lastReportEn,
        @Schema(
                        required = true,
                        description =
                                "How many items of evidence there are: of reports, assessments and milestones, and what was added.")
                Integer evidenceCount,
        @Schema(
                        required = true,
                        description =
                                "The exact passages: language, place in the document, first and one past the last code point, SHA-256 of the words.")
                List<String> passages,
        @Schema(required = true, description = "Number of the ledger entry that made the state shown known.")
                Long entry,
        @Schema(required = true, description = "When that entry was recorded (UTC).") Instant recordedAt,
        @Schema(description = "The day of the report that gave the percent.") LocalDate percentOn)
        implements BundleRow {

    public static StatusRow of(CommitmentView commitment, Labels labels) {
        Owner owner = commitment.owner();
        Owner.Assigned lead = owner.assigned();
        TimeFrame frame = commitment.timeFrame();
        LastUpdate last = commitment.lastUpdate();
        return new StatusRow(
                commitment.code(),
                commitment.instrument(),
                commitment.item(),
                zh(commitment.title()),
                en(commitment.title()),
                zh(commitment.wording()),
                en(commitment.wording()),
                zh(commitment.summary()),
                en(commitment.summary()),
                commitment.area(),
                labels.area(commitment.area()),
                commitment.otherAreas(),
                commitment.kind(),
                commitment.obligation(),
                commitment.parties(),
                owner.stated().how(),
                zh(owner.stated().text()),
                en(owner.stated().text()),
                owner.stated().parties() == null ? List.of() : owner.stated().parties(),
                lead == null ? null : lead.party(),
                lead == null ? null : zh(lead.unit()),
                lead == null ? null : en(lead.unit()),
                lead == null ? null : lead.since(),
                frame == null ? null : frame.from(),
                frame == null ? null : frame.to(),
                commitment.status(),
                labels.word("status", commitment.status()),
                commitment.statusSince(),
                commitment.percent(),
                commitment.schedule(),
                labels.word("schedule", commitment.schedule()),
                commitment.freshness(),
                labels.word("freshness", commitment.freshness()),
                commitment.assurance(),
                labels.word("assurance", commitment.assurance()),
                commitment.assessment(),
                labels.word("assessment", commitment.assessment()),
                last == null ? null : last.id(),
                last == null ? null : last.effectiveOn(),
                last == null ? null : last.recordedAt(),
                last == null ? null : last.party(),
                last == null ? null : zh(last.narrative()),
                last == null ? null : en(last.narrative()),
                commitment.evidenceCount(),
                commitment.passages().stream().map(StatusRow::passage).toList(),
                commitment.revision(),
                commitment.updatedAt(),
                commitment.percentOn());
    }

    private static String passage(CitedPassage cited) {
        return cited.lang() + " " + cited.eid() + " " + cited.start() + "-" + cited.end() + " " + cited.sha256();
    }

    private static String zh(Bilingual text) {
        return text == null ? null : text.zh();
    }

    private static String en(Bilingual text) {
        return text == null ? null : text.en();
    }
}
