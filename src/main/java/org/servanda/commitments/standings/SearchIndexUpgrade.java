package org.servanda.commitments.standings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import org.servanda.ledger.Ledger;
import org.servanda.text.SearchWords;

/**
 * Rebuilds the search index, folded texts and terms, at the first start of a program that folds by newer rules. A query is
 * folded by the rules of the program, so the stored texts must be folded by the same rules.
 */
@ApplicationScoped
class SearchIndexUpgrade {

    private static final Logger LOG = Logger.getLogger(SearchIndexUpgrade.class);

    /** Priority of the start: after the database was checked, before the seeds are applied. */
    private static final int BEFORE_SEEDS = 150;

    /** In seconds; a register of a hundred thousand commitments takes some minutes. */
    private static final int TIMEOUT = 3_600;

    private static final int BATCH_SIZE = 100;

    private final EntityManager entities;
    private final Ledger ledger;

    SearchIndexUpgrade(EntityManager entities, Ledger ledger) {
        this.entities = entities;
        this.ledger = ledger;
    }

    /** When two nodes start together, the second one waits for the lock and then finds nothing to do. */
    void upgrade(@Observes @Priority(BEFORE_SEEDS) StartupEvent start) {
        if (QuarkusTransaction.requiringNew().call(this::upToDate)) return;
        long rebuilt = QuarkusTransaction.requiringNew().timeout(TIMEOUT).call(() -> {
            ledger.lock();
            return upToDate() ? 0L : rebuildAll();
        });
        if (rebuilt > 0) LOG.infof("search: what %d text(s) are found by was made anew", rebuilt);
    }

    private boolean upToDate() {
        Number storedVersion = (Number) entities.createNativeQuery("select folding from register where id = 1")
                .getSingleResult();
        return storedVersion.intValue() == SearchWords.VERSION;
    }

    private long rebuildAll() {
        long rebuilt = 0;
        for (List<StoredDetails> next = after(0); !next.isEmpty(); next = after(lastId(next))) {
            List<StoredDetails> batch = next;
            entities.unwrap(Session.class).doWork(connection -> rebuild(batch, connection));
            entities.clear();
            rebuilt += batch.size();
        }
        entities.createNativeQuery("update register set folding = ?1 where id = 1")
                .setParameter(1, SearchWords.VERSION)
                .executeUpdate();
        return rebuilt;
    }

    private List<StoredDetails> after(long id) {
        return entities.createQuery("from StoredDetails where id > ?1 order by id", StoredDetails.class)
                .setParameter(1, id)
                .setMaxResults(BATCH_SIZE)
                .getResultList();
    }

    private static long lastId(List<StoredDetails> batch) {
        return batch.get(batch.size() - 1).id();
    }

    /** By JDBC, since the entity is immutable: nothing else ever changes details. */
    private static void rebuild(List<StoredDetails> batch, Connection connection) throws SQLException {
        try (PreparedStatement text =
                        connection.prepareStatement("update commitment_details set search_text = ? where id = ?");
                PreparedStatement clear =
                        connection.prepareStatement("delete from commitment_term where details_id = ?");
                PreparedStatement term =
                        connection.prepareStatement("insert into commitment_term (details_id, term) values (?, ?)")) {
            for (StoredDetails stored : batch) {
                StoredDetails refolded = new StoredDetails(stored.details());
                text.setString(1, refolded.searchText());
                text.setLong(2, stored.id());
                text.addBatch();
                clear.setLong(1, stored.id());
                clear.addBatch();
                for (String newTerm : refolded.terms()) {
                    term.setLong(1, stored.id());
                    term.setString(2, newTerm);
                    term.addBatch();
                }
            }
            text.executeBatch();
            clear.executeBatch();
            term.executeBatch();
        }
    }
}
