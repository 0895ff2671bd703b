package org.servanda.commitments.standings;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint;

/** Finds the parties that are assigned to a commitment, beside those that the text names. */
@ApplicationScoped
public class AssignedParties {

    private final Standings standings;

    AssignedParties(Standings standings) {
        this.standings = standings;
    }

    /** Codes of the assigned lead and of the parties assigned to support, at a read point. */
    public Set<String> of(String code, ReadPoint at) {
        Set<String> assigned = new HashSet<>();
        standings.findOne(code, at).map(standing -> standing.state().details()).ifPresent(details -> {
            if (details.assigned() != null) assigned.add(details.assigned().party());
            assigned.addAll(details.supportingAssigned());
        });
        return assigned;
    }
}
