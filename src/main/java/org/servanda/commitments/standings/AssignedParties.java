package org.servanda.commitments.standings;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint;

/** Tells which parties were assigned to a commitment beside those its text names. */
@ApplicationScoped
public class AssignedParties {

    private final Standings standings;

    AssignedParties(Standings standings) {
        this.standings = standings;
    }

    /** Codes of the lead and of those that support. */
    public Set<String> of(String code, ReadPoint at) {
        Set<String> assigned = new HashSet<>();
        standings.findOne(code, at).map(standing -> standing.state().details()).ifPresent(details -> {
            if (details.assigned() != null) assigned.add(details.assigned().party());
            assigned.addAll(details.supportingAssigned());
        });
        return assigned;
    }
}
