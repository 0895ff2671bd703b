package org.servanda.ledger;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

import org.servanda.start.BeforeDatabase;
import org.servanda.start.StartRefusal;
import org.servanda.web.DiskSpaceCheck;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;
import org.servanda.web.ResponseContext;

/**
 * The database of the register: opens it at the start, reports which database it is and what its commits survive, and
 * flushes H2 to the disk after each commit.
 */
@ApplicationScoped
class Database {

    private static final String DURABLE_POSTGRESQL =
            "fsync on, synchronous_commit on: an acknowledged change survives kill -9 and power cut";

    /** Priority of the startup report: before anything is written. */
    static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final AgroalDataSource source;
    private final DatabaseConfig config;
    private final ResponseContext responseContext;
    private final DiskSpaceCheck diskSpace;
    private final DatabaseAddress address;
    private Connection first;

    Database(
            AgroalDataSource source, DatabaseConfig config, ResponseContext responseContext, DiskSpaceCheck diskSpace) {
        this.source = source;
        this.config = config;
        this.responseContext = responseContext;
        this.diskSpace = diskSpace;
        this.address = new DatabaseAddress(factory().jdbcUrl());
        DurableFile.forgetFailures();
        DurablePath.register();
    }

    /**
     * Opens the database before Flyway and the pool do, and keeps the connection until the pool has one: so the pool
     * never finds an H2 file closed.
     */
    void open(@Observes @Priority(BeforeDatabase.STORE) BeforeDatabase start) throws SQLException {
        if (embedded() && !config.madeAtStart() && !Files.exists(address.file()))
            throw new StartRefusal(
                    "there is no register in " + address.file() + ": let SERVANDA_DATA_DIR name its folder");
        UnsaltedRegisterCheck unsaltedCheck = new UnsaltedRegisterCheck(address, connectionProperties());
        unsaltedCheck.checkReadOnly();
        first = new FirstConnection(address, connectionProperties()).open();
        unsaltedCheck.check(first);
        if (!embedded()) new PostgresqlRequirements(address, first).check();
        if (!config.madeAtStart() && !registerExists())
            throw new StartRefusal("there is no register in " + address
                    + ": see that the settings of the service are given" + " to this command too");
    }

    private boolean registerExists() throws SQLException {
        String name = embedded() ? "REGISTER" : "register";
        try (ResultSet tables = first.getMetaData().getTables(null, null, name, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }

    void announce(@Observes @Priority(FIRST) StartupEvent start) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            String version = connection.getMetaData().getDatabaseProductVersion();
            String durability = embedded() ? durableH2() : DURABLE_POSTGRESQL;
            System.out.printf("store: %s %s, %s%n", product, version.split(" ")[0], durability);
        } finally {
            first.close();
        }
    }

    private AgroalConnectionFactoryConfiguration factory() {
        return source.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    }

    /**
     * The properties that the pool passes to the driver: user, password, and how long to wait for a host that does not
     * answer.
     */
    private Properties connectionProperties() {
        Properties properties = new Properties();
        properties.putAll(factory().jdbcProperties());
        if (factory().principal() instanceof NamePrincipal user) properties.putAll(user.asProperties());
        for (Object secret : factory().credentials())
            if (secret instanceof SimplePassword password) properties.putAll(password.asProperties());
        return properties;
    }

    /** Whether the database runs inside this process, so that no other process writes to it. */
    boolean embedded() {
        return address.embedded();
    }

    /**
     * Flushes H2 to the disk after a commit. H2 reports a commit before its pages are on the disk, even with
     * WRITE_DELAY=0, and a power cut then loses them; with a checkpoint after each commit no power cut has lost one. It
     * runs before the response is sent. An observer cannot undo the commit any more, so the response says that the
     * outcome is unknown.
     */
    void flushCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ledger.EntriesWritten written) {
        if (!embedded() || checkpoint()) return;
        if (Arc.container().requestContext().isActive()) responseContext.markDoubtful();
    }

    /** @throws ProblemException when a disk has failed: nothing is written until the program has been restarted */
    void requireSound() {
        if (DurableFile.failure().isPresent())
            throw new ProblemException(
                            ProblemType.UNAVAILABLE,
                            "A disk of the register has failed; it takes no changes until somebody has seen to it.")
                    .retryAfter(60);
    }

    /**
     * Forces to the disk what H2 has committed; true when that succeeded. A missing right may be given back and a full
     * disk may get space; after a failure of the disk itself it never succeeds again ({@link DurableFile}).
     */
    boolean checkpoint() {
        if (DurableFile.failure().isPresent()) return false;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            return true;
        } catch (SQLException e) {
            diskSpace.noteIfFull(e);
            LOG.error("a change is kept but could not be forced to the disk", e);
            return false;
        }
    }

    private String durableH2() {
        if (address.inMemory()) return "in memory only: gone when the process ends";
        return "file " + address + ": an acknowledged change survives kill -9 and power cut";
    }
}
