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
 * Keeps what commitments are found by in step with the program: a query is folded by the rules of today, so what was stored by
 * others is made anew, from the details, at the first start that folds otherwise.
 */
@ApplicationScoped
class SearchIndexUpgrade {

    private static final Logger LOG = Logger.getLogger(SearchIndexUpgrade.class);

    /** After the store introduced itself, before the seeds add to it. */
    private static final int BEFORE_SEEDS = 150;

    /** In seconds: some minutes for a register of a hundred thousand. */
    private static final int PATIENCE = 3_600;

    private static final int AT_ONCE = 100;

    private final EntityManager entities;
    private final Ledger ledger;

    SearchIndexUpgrade(EntityManager entities, Ledger ledger) {
        this.entities = entities;
        this.ledger = ledger;
    }

    /** Of two nodes that start together the second waits, and then finds nothing to do. */
    void renew(@Observes @Priority(BEFORE_SEEDS) StartupEvent start) {
        if (QuarkusTransaction.requiringNew().call(this::current)) return;
        long renewed = QuarkusTransaction.requiringNew().timeout(PATIENCE).call(() -> {
            ledger.lock();
            return current() ? 0L : renewAll();
        });
        if (renewed > 0) LOG.infof("search: what %d text(s) are found by was made anew", renewed);
    }

    private boolean current() {
        Number known = (Number) entities.createNativeQuery("select folding from register where id = 1")
                .getSingleResult();
        return known.intValue() == SearchWords.VERSION;
    }

    private long renewAll() {
        long renewed = 0;
        for (List<StoredDetails> some = behind(0); !some.isEmpty(); some = behind(last(some))) {
            List<StoredDetails> batch = some;
            entities.unwrap(Session.class).doWork(store -> renew(batch, store));
            entities.clear();
            renewed += batch.size();
        }
        entities.createNativeQuery("update register set folding = ?1 where id = 1")
                .setParameter(1, SearchWords.VERSION)
                .executeUpdate();
        return renewed;
    }

    private List<StoredDetails> behind(long id) {
        return entities.createQuery("from StoredDetails where id > ?1 order by id", StoredDetails.class)
                .setParameter(1, id)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private static long last(List<StoredDetails> some) {
        return some.get(some.size() - 1).id();
    }

    /** Past the mapping, since details are never changed otherwise. */
    private static void renew(List<StoredDetails> some, Connection store) throws SQLException {
        try (PreparedStatement text =
                        store.prepareStatement("update commitment_details set search_text = ? where id = ?");
                PreparedStatement clear = store.prepareStatement("delete from commitment_term where details_id = ?");
                PreparedStatement term =
                        store.prepareStatement("insert into commitment_term (details_id, term) values (?, ?)")) {
            for (StoredDetails kept : some) {
                StoredDetails anew = new StoredDetails(kept.details());
                text.setString(1, anew.searchText());
                text.setLong(2, kept.id());
                text.addBatch();
                clear.setLong(1, kept.id());
                clear.addBatch();
                for (String word : anew.terms()) {
                    term.setLong(1, kept.id());
                    term.setString(2, word);
                    term.addBatch();
                }
            }
            text.executeBatch();
            clear.executeBatch();
            term.executeBatch();
        }
    }
}
