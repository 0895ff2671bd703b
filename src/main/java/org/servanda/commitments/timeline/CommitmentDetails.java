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
 * What is known of a commitment apart from its progress.
 *
 * @param promise the text's promise, with title, areas and time frame as they are on the day
 * @param assigned the lead beside what the text states, null while there is none
 * @param supportingAssigned codes of parties assigned to support, beside those the text names
 * @param rule how the whole follows from the parties (rule 4.1)
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

    /** Code of the party that leads: the one assigned, else the only one that the text names; null when there is none. */
    public String lead() {
        if (assigned != null) return assigned.party();
        List<String> named = text.owner().parties();
        return named != null && named.size() == 1 ? named.get(0) : null;
    }

    /** Codes of those who are to report: the one that leads, where the whole follows from it; else every party. */
    public List<String> reporters() {
        return rule == RollUp.lead && lead() != null ? List.of(lead()) : text.parties();
    }

    /** Whether where a party stands is told: it is bound, or assigned to lead without being bound (rule 4.11). */
    boolean showsParty(String party) {
        return text.parties().contains(party)
                || assigned != null && assigned.party().equals(party);
    }

    /**
     * After the edits of one more day.
     *
     * @param ofDay in the order of their recording
     */
    CommitmentDetails editedOn(LocalDate day, List<Edited> ofDay) {
        CommitmentDetails next = this;
        for (Edited edited : ofDay) next = edited.edit().applyTo(next);
        return next.leadingSince(this, day);
    }

    /** Rule 10.5: who led the day before goes on. */
    private CommitmentDetails leadingSince(CommitmentDetails former, LocalDate day) {
        if (assigned == null) return this;
        boolean goesOn = former.assigned != null && former.assigned.sameOffice(assigned);
        LocalDate since = goesOn ? former.assigned.since() : day;
        return new CommitmentDetails(
                text, new Owner.Assigned(assigned.party(), assigned.unit(), since), supportingAssigned, rule);
    }

    public Owner owner() {
        return new Owner(text.owner(), assigned);
    }
}
