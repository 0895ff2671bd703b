package org.servanda.commitments.standings;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.counts.FacetCount;
import org.servanda.commitments.counts.FacetCountWriter;
import org.servanda.commitments.standings.ProjectionCheck.Replayed;

/** Replaces rows of the projection by what a replay of the ledger gives. The caller holds the lock of the ledger. */
@ApplicationScoped
class ProjectionRepair {

    private final Standings standings;
    private final FacetCountWriter counts;
    private final EntityManager entities;

    ProjectionRepair(Standings standings, FacetCountWriter counts, EntityManager entities) {
        this.standings = standings;
        this.counts = counts;
        this.entities = entities;
    }

    /** Deletes all rows of a commitment and writes the replayed rows. */
    void replace(Replayed replayed) {
        replayed.commitment().markProjected(replayed.sequence());
        entities.flush();
        entities.clear();
        delete(replayed.commitment().code());
        replayed.rows().stream().map(Standing::details).distinct().forEach(entities::persist);
        standings.persist(replayed.rows());
        entities.flush();
    }

    /** In the order that the foreign keys ask for. */
    private void delete(String code) {
        for (String table : List.of("commitment_facet", "commitment_term"))
            delete(table + " where details_id in (select id from commitment_details where code = ?1)", code);
        delete("standing_party where standing_id in (select id from standing where code = ?1)", code);
        for (String table : List.of("standing", "commitment_details")) delete(table + " where code = ?1", code);
    }

    private void delete(String from, String code) {
        entities.createNativeQuery("delete from " + from).setParameter(1, code).executeUpdate();
    }

    /** Adds to each count what it differs by. */
    void add(Map<FacetCount.Key, Long> differences) {
        counts.add(differences);
    }
}
