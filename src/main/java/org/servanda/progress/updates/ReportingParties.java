package org.servanda.progress.updates;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.standings.AssignedParties;
import org.servanda.ledger.ReadPoints;

/** The parties whose focal points may submit updates of a commitment: bound, leading or supporting (rule 2.14). */
@ApplicationScoped
class ReportingParties {

    private final AssignedParties assignedParties;
    private final ReadPoints readPoints;

    ReportingParties(AssignedParties assignedParties, ReadPoints readPoints) {
        this.assignedParties = assignedParties;
        this.readPoints = readPoints;
    }

    /** Codes of the parties as the register is now, by the text of the commitment and by assignment. */
    Set<String> of(Commitment commitment) {
        CommitmentText text = commitment.text();
        Set<String> parties = new TreeSet<>(text.parties());
        parties.addAll(text.supporting());
        if (text.owner().parties() != null) parties.addAll(text.owner().parties());
        parties.addAll(assignedParties.of(commitment.code(), readPoints.now()));
        return parties;
    }
}
