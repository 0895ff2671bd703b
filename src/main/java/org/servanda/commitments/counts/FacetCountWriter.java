package org.servanda.commitments.counts;

import java.sql.PreparedStatement;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Writes the precomputed facet counts, in the transaction of what they count. The writer holds the lock of the ledger, so
 * that nobody else changes the counts.
 */
@ApplicationScoped
public class FacetCountWriter {

    /**
     * Adds to a count, in the SQL of both databases. Not "on conflict": PostgreSQL checks the row that it would insert first,
     * and a negative change makes a negative row there.
     */
    private static final String ADD =
            """
            merge into commitment_tally t using (values (cast(? as varchar), cast(? as varchar), cast(? as varchar),
                cast(? as varchar), cast(? as varchar), cast(? as date), cast(? as bigint))) c (d, v, od, ov, p, s, n)
            on t.dimension = c.d and t.other_dimension = c.od and t.period = c.p and t.starts_on = c.s
                and t.facet_value = c.v and t.other_value = c.ov
            when matched then update set n = t.n + c.n
            when not matched then insert (dimension, facet_value, other_dimension, other_value, period, starts_on, n)
                values (c.d, c.v, c.od, c.ov, c.p, c.s, c.n)""";

    private final EntityManager entities;

    FacetCountWriter(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds a number to each count, as one batch. */
    public void add(Map<FacetCount.Key, Long> changes) {
        if (changes.isEmpty()) return;
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                for (Map.Entry<FacetCount.Key, Long> change : changes.entrySet()) {
                    FacetCount.Key key = change.getKey();
                    statement.setString(1, key.dimension().name());
                    statement.setString(2, key.value());
                    statement.setString(3, key.otherDimension().name());
                    statement.setString(4, key.otherValue());
                    statement.setString(5, key.period().name());
                    statement.setObject(6, key.startsOn());
                    statement.setLong(7, change.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
