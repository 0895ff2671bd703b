package org.servanda.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

import org.servanda.start.StartRefusal;
import org.servanda.web.AnswerForm;

/** The database under the register: says at start which one it is and what it survives, and makes H2 keep its word. */
@ApplicationScoped
class Store {

    /** Before anything is written. */
    static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(Store.class);

    private final DataSource source;
    private final AnswerForm form;
    private boolean h2;

    Store(DataSource source, AnswerForm form) {
        this.source = source;
        this.form = form;
    }

    void introduce(@Observes @Priority(FIRST) StartupEvent start) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String product = connection.getMetaData().getDatabaseProductName();
            String version = connection.getMetaData().getDatabaseProductVersion();
            h2 = product.equals("H2");
            String durability = h2 ? durableH2(connection.getMetaData().getURL()) : durablePostgres(statement);
            System.out.printf("store: %s %s, %s%n", product, version.split(" ")[0], durability);
        }
    }

    /** Whether the store is a part of this process, so that no other process writes. */
    boolean embedded() {
        return h2;
    }

    /**
     * H2 answers a commit before its pages are on the disk, even with WRITE_DELAY=0; a power cut then takes them. A
     * checkpoint after each commit has lost none. It runs before the writer is answered, and whoever observes a commit
     * cannot fail it any more: so the answer is told.
     */
    void settle(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ledger.Written written) {
        if (!h2 || force()) return;
        if (Arc.container().requestContext().isActive()) form.doubt();
    }

    /** Whether what H2 has committed is on the disk now. */
    boolean force() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            return true;
        } catch (SQLException e) {
            LOG.error("a change is kept but could not be forced to the disk", e);
            return false;
        }
    }

    private static String durableH2(String url) {
        if (url.startsWith("jdbc:h2:mem:")) return "in memory only: gone when the process ends";
        return "file " + url.replaceFirst("^jdbc:h2:(file:)?", "").replaceFirst(";.*", "")
                + ".mv.db: an acknowledged change survives kill -9 and power cut";
    }

    private static String durablePostgres(Statement statement) throws SQLException {
        refuseWhen(statement, "fsync", "off");
        refuseWhen(statement, "synchronous_commit", "off");
        return "fsync on, synchronous_commit on: an acknowledged change survives kill -9 and power cut";
    }

    private static void refuseWhen(Statement statement, String setting, String bad) throws SQLException {
        try (ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            if (!rows.getString(1).equals(bad)) return;
        }
        throw new StartRefusal(
                "PostgreSQL runs with " + setting + "=" + bad + " and would lose acknowledged changes: switch it on");
    }
}
