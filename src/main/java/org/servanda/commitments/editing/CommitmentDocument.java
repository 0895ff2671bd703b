package org.servanda.commitments.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.TimeFrameBasis;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentEdit;
import org.servanda.text.Bilingual;
import org.servanda.time.DatePrecision;
import org.servanda.web.BodyValidation;

/**
 * The editable fields of a commitment, as the document that a JSON merge patch changes. Lists are replaced whole, texts
 * language by language; null takes a lead or a time frame away.
 */
@Schema(name = "CommitmentPatch", description = "What is to be set beside the text, as JSON Merge Patch (RFC 7396).")
record CommitmentDocument(
        @Schema(description = "Short title in our own words; both languages.") Bilingual title,
        @Schema(description = "Code of the primary area.") String area,
        @Schema(description = "Codes of further areas.") List<String> otherAreas,
        @Schema(description = "Who is to act.") Lead owner,
        @Schema(description = "Codes of parties assigned to support.") List<String> supportingAssigned,
        @Schema(description = "The time set for it; null takes it away.") Frame timeFrame,
        @Schema(
                        description =
                                "How its standing follows from its parties; never null. Another rule, or lead, reads older reports too, and may make the whole step back.")
                RollUp rollUp,
        @Schema(
                        description =
                                "The day in the world from which it holds; today when left out, never one to come. A patch that names its day states all that it names, also what holds already.")
                LocalDate effectiveOn,
        @Schema(description = "Why it is changed.", maxLength = BodyValidation.MAX_REASON_LENGTH) String reason) {

    @Schema(name = "LeadPatch", description = "Only what was assigned can be changed, not what the text states.")
    record Lead(@Schema(description = "The lead; null takes it away.") Assignment assigned) {}

    @Schema(description = "A party that is to lead.")
    record Assignment(
            @Schema(description = "Code of the party.", examples = "TH") String party,
            @Schema(description = "The ministry, agency or office within it.") Bilingual unit) {}

    @Schema(name = "TimeFramePatch", description = "A time set for the commitment.")
    record Frame(
            @Schema(description = "First day.") LocalDate from,
            @Schema(description = "Last day.") LocalDate to,
            @Schema(description = "How exactly it is set.") DatePrecision precision,
            @Schema(description = "The words of the decision that sets it.") Bilingual text) {

        static Frame of(TimeFrame frame) {
            return frame == null ? null : new Frame(frame.from(), frame.to(), frame.precision(), frame.text());
        }

        TimeFrame assigned() {
            return new TimeFrame(from, to, precision, text, TimeFrameBasis.assigned);
        }
    }

    /** The document that a patch changes: the fields as they hold on the day. */
    static CommitmentDocument of(CommitmentDetails details) {
        CommitmentText commitmentText = details.text();
        Owner.Assigned lead = details.assigned();
        return new CommitmentDocument(
                commitmentText.title(),
                commitmentText.area(),
                commitmentText.otherAreas(),
                new Lead(lead == null ? null : new Assignment(lead.party(), lead.unit())),
                details.supportingAssigned(),
                Frame.of(commitmentText.timeFrame()),
                details.rule(),
                null,
                null);
    }

    private Assignment lead() {
        return owner == null ? null : owner.assigned();
    }

    /**
     * The edit that states this document, or a part of it.
     *
     * @param states whether it states what stands at a place, as a JSON Pointer
     */
    CommitmentEdit stated(Predicate<String> states) {
        boolean lead = states.test("/owner/assigned/party") || states.test("/owner/assigned/unit");
        boolean frame =
                Stream.of("from", "to", "precision", "text").anyMatch(part -> states.test("/timeFrame/" + part));
        List<CommitmentEdit.Clearable> cleared = new ArrayList<>();
        if (lead && lead() == null) cleared.add(CommitmentEdit.Clearable.assigned);
        if (frame && timeFrame == null) cleared.add(CommitmentEdit.Clearable.timeFrame);
        return new CommitmentEdit(
                Bilingual.only(title, states.test("/title/zh"), states.test("/title/en")),
                states.test("/area") ? area : null,
                states.test("/otherAreas") ? otherAreas : null,
                lead && lead() != null ? new Owner.Assigned(lead().party(), lead().unit(), null) : null,
                states.test("/supportingAssigned") ? supportingAssigned : null,
                frame && timeFrame != null ? timeFrame.assigned() : null,
                states.test("/rollUp") ? rollUp : null,
                cleared.isEmpty() ? null : cleared);
    }
}
