package org.servanda.commitments.standings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFilter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Progress;
import org.servanda.commitments.timeline.StateVersion;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.Divergence;
import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;
import org.servanda.web.FieldSelection;

/**
 * A commitment as it is answered. What is always there is required in the contract, so that a generated client needs no check for
 * null; a request with {@code fields} gets {@code code} and what it names.
 */
@JsonFilter(FieldSelection.FILTER)
@Schema(
        name = "Commitment",
        description =
                "What was promised, and the action item people follow. With fields= only code and the named fields are there.")
public record CommitmentView(
        @Schema(required = true, description = "Code; never reused.", examples = "ACJS-2024.III.2") String code,
        @Schema(required = true, description = "Code of the instrument it stands in.") String instrument,
        @Schema(required = true, description = "Its number in the document.") String item,
        @Schema(required = true, description = "Short title in our own words, always in both languages.")
                Bilingual title,
        @Schema(description = "Official wording as it stands; absent for items of a press report.") Bilingual wording,
        @Schema(description = "Summary in our own words; only for items of a press report.") Bilingual summary,
        @Schema(required = true, description = "Code of the primary area.") @PrintedAs(PrintedAs.AREA) String area,
        @Schema(required = true, description = "Codes of further areas.") @PrintedAs(PrintedAs.AREA)
                List<String> otherAreas,
        @Schema(required = true, description = "What sort of thing was promised.") CommitmentKind kind,
        @Schema(required = true, description = "How strongly the governing verb binds.") Obligation obligation,
        @Schema(required = true, description = "Codes of the parties bound or taking part.") @PrintedAs(PrintedAs.PARTY)
                List<String> parties,
        @Schema(required = true, description = "Who is to act.") Owner owner,
        @Schema(
                        required = true,
                        description = "Codes of parties that the text names as supporting, addressed or counterpart.")
                @PrintedAs(PrintedAs.PARTY)
                List<String> supporting,
        @Schema(required = true, description = "Codes of parties assigned to support, beside those the text names.")
                @PrintedAs(PrintedAs.PARTY)
                List<String> supportingAssigned,
        @Schema(required = true, description = "How its standing follows from its parties.") RollUp rollUp,
        @Schema(description = "The time set for it; absent when there is none.") TimeFrame timeFrame,
        @Schema(required = true, description = "The exact passages, in each language that exists.")
                List<CitedPassage> passages,
        @Schema(description = "Its clauses, when the sentence promises several things.") List<Bilingual> parts,
        @Schema(description = "Differences between the languages, or damage in one.") List<Divergence> divergences,
        @Schema(required = true, description = "Where it stands.") Status status,
        @Schema(
                        required = true,
                        description =
                                "The day from which the status holds: the first of the days on end, up to the one asked for, that close with it.")
                LocalDate statusSince,
        @Schema(
                        description =
                                "How much is done, 0 to 100, as the last report says that gave it while the status was the same; never computed.")
                @PrintedAs(PrintedAs.PERCENT)
                Integer percent,
        @Schema(description = "The day of the report that gave the percent.") LocalDate percentOn,
        @Schema(
                        description =
                                "Code of the commitment that supersedes it; where the whole follows from its parties, only where they agree.")
                String successor,
        @Schema(required = true, description = "How it stands on the day against the time set for it; derived.")
                Schedule schedule,
        @Schema(
                        required = true,
                        description =
                                "How recently progress was reported, by the instrument's reporting interval; not_due when it is closed; derived.")
                Freshness freshness,
        @Schema(required = true, description = "How well its standing is backed; derived.") Assurance assurance,
        @Schema(required = true, description = "What an independent assessor found.") AssessmentResult assessment,
        @Schema(
                        required = true,
                        description =
                                "How many items of evidence there are, as its list has them: of reports, assessments and milestones, and what was added.")
                Integer evidenceCount,
        @Schema(description = "What a status read off the text rests on; absent once a report gives it.")
                StatusBasis statusBasis,
        @Schema(description = "The latest accepted update, in short.") LastUpdate lastUpdate,
        @Schema(required = true, description = "Links from and to commitments of other instruments.")
                List<LinkView> links,
        @Schema(required = true, description = "When the state shown became known (UTC).") Instant updatedAt,
        @Schema(required = true, description = "Number of changes before the one that made the state shown, from 0.")
                Integer version,
        @Schema(required = true, description = "Revision of the register at which the state shown became known.")
                Long revision) {

    public static CommitmentView of(
            CommitmentState state,
            Schedule schedule,
            Freshness freshness,
            List<LinkView> links,
            StateVersion stateVersion) {
        CommitmentText p = state.details().text();
        Progress progress = state.progress();
        return new CommitmentView(
                p.code(),
                p.instrument(),
                p.item(),
                p.title(),
                p.wording(),
                p.summary(),
                p.area(),
                p.otherAreas(),
                p.kind(),
                p.obligation(),
                p.parties(),
                state.details().owner(),
                p.supporting(),
                state.details().supportingAssigned(),
                state.details().rule(),
                p.timeFrame(),
                p.passages(),
                p.parts(),
                p.divergences(),
                progress.status(),
                progress.since(),
                progress.percent(),
                progress.percentOn(),
                progress.successor(),
                schedule,
                freshness,
                progress.assurance(),
                progress.assessed(),
                progress.evidence(),
                progress.stated() ? p.statusBasis() : null,
                progress.lastUpdate(),
                links,
                stateVersion.at(),
                stateVersion.version(),
                stateVersion.revision());
    }
}
