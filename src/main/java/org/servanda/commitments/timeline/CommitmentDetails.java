package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.TimeFrameBasis;
import org.servanda.commitments.timeline.CommitmentEvent.Edited;

/**
 * The details of a commitment on a day: its text with the edits that hold then, without its progress. Stored as JSON with
 * these names.
 *
 * @param text with title, areas and time frame as edited
 * @param assigned the lead that was assigned, null while there is none
 * @param supportingAssigned codes of the parties assigned to support, beside those that the text names
 * @param rule the roll-up rule (rule 4.1)
 */
public record CommitmentDetails(
        @JsonProperty("promise") CommitmentText text,
        Owner.Assigned assigned,
        List<String> supportingAssigned,
        RollUp rule) {

    public static CommitmentDetails of(CommitmentText commitmentText) {
        TimeFrame frame = commitmentText.timeFrame();
        return new CommitmentDetails(
                commitmentText.with(
                        commitmentText.title(),
                        commitmentText.area(),
                        commitmentText.otherAreas(),
                        frame == null ? null : frame.on(TimeFrameBasis.stated)),
                null,
                List.of(),
                RollUp.lead);
    }

    /** Code of the party that leads: the assigned lead, else the only owner that the text names; null when there is none. */
    public String lead() {
        if (assigned != null) return assigned.party();
        List<String> named = text.owner().parties();
        return named != null && named.size() == 1 ? named.get(0) : null;
    }

    /** Codes of the parties that are to report: the lead where the whole follows from the lead; else every party (rule 8.7). */
    public List<String> reporters() {
        return rule == RollUp.lead && lead() != null ? List.of(lead()) : text.parties();
    }

    /** Whether the progress of a party is shown: the party is bound, or is assigned to lead (rule 4.11). */
    boolean showsParty(String party) {
        return text.parties().contains(party)
                || assigned != null && assigned.party().equals(party);
    }

    /**
     * The details after the edits of one more day.
     *
     * @param editsOfDay in recorded order
     */
    CommitmentDetails editedOn(LocalDate day, List<Edited> editsOfDay) {
        CommitmentDetails next = this;
        for (Edited edited : editsOfDay) next = edited.edit().applyTo(next);
        return next.leadingSince(this, day);
    }

    /** Rule 10.5: a lead that led the day before keeps its first day. */
    private CommitmentDetails leadingSince(CommitmentDetails previous, LocalDate day) {
        if (assigned == null) return this;
        boolean sameLead = previous.assigned != null && previous.assigned.sameOffice(assigned);
        LocalDate since = sameLead ? previous.assigned.since() : day;
        return new CommitmentDetails(
                text, new Owner.Assigned(assigned.party(), assigned.unit(), since), supportingAssigned, rule);
    }

    public Owner owner() {
        return new Owner(text.owner(), assigned);
    }
}
