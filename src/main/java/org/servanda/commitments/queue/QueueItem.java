package org.servanda.commitments.queue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Owner;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Progress;
import org.servanda.text.Bilingual;

/** A commitment on which an update is owed, as it is answered. */
@Schema(description = "A commitment on which a report is owed.")
record QueueItem(
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(required = true, description = "Code of its instrument.") String instrument,
        @Schema(required = true, description = "Its short title.") Bilingual title,
        @Schema(required = true, description = "Who is to act: as the text states it, and as was assigned.")
                Owner owner,
        @Schema(required = true, description = "Where it stands.") Status status,
        @Schema(required = true, description = "How recently progress was reported.") Freshness freshness,
        @Schema(required = true, description = "The day up to which the report is to come: the first one, or the next.")
                LocalDate reportDue,
        @Schema(
                        required = true,
                        description = "Days since then; negative where a first report still has time.",
                        examples = "12")
                long days,
        @Schema(
                        required = true,
                        description =
                                "Codes of the parties that owe it: the lead; where none leads or one is enough, every party whose own part is open; where the whole follows from all, those of them whose own report is due.")
                List<String> owedBy,
        @Schema(description = "Its latest accepted update.") LastUpdate lastUpdate) {

    static QueueItem of(CommitmentState state, LocalDate day) {
        CommitmentDetails details = state.details();
        Progress progress = state.progress();
        return new QueueItem(
                details.text().code(),
                details.text().instrument(),
                details.text().title(),
                details.owner(),
                progress.status(),
                progress.freshness(day),
                progress.reportDue(),
                ChronoUnit.DAYS.between(progress.reportDue(), day),
                state.owedBy(day),
                progress.lastUpdate());
    }
}
