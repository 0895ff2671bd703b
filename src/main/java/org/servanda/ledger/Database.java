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
 * The database under the register: opens it at start, says which one it is and what it survives, and makes H2 keep its
 * word.
 */
@ApplicationScoped
class Database {

    private static final String DURABLE_POSTGRESQL =
            "fsync on, synchronous_commit on: an acknowledged change survives kill -9 and power cut";

    /** Before anything is written. */
    static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final AgroalDataSource source;
    private final DatabaseConfig config;
    private final ResponseContext form;
    private final DiskSpaceCheck room;
    private final DatabaseAddress address;
    private Connection first;

    Database(AgroalDataSource source, DatabaseConfig config, ResponseContext form, DiskSpaceCheck room) {
        this.source = source;
        this.config = config;
        this.form = form;
        this.room = room;
        this.address = new DatabaseAddress(factory().jdbcUrl());
        DurableFile.startAgain();
        DurablePath.register();
    }

    /** Before Flyway and the pool do, and kept until the pool has a connection: so the pool never finds a file closed. */
    void open(@Observes @Priority(BeforeDatabase.STORE) BeforeDatabase start) throws SQLException {
        if (embedded() && !config.madeAtStart() && !Files.exists(address.file()))
            throw new StartRefusal(
                    "there is no register in " + address.file() + ": let SERVANDA_DATA_DIR name its folder");
        FormerRegister former = new FormerRegister(address, access());
        former.refuseUntouched();
        first = new FirstConnection(address, access()).open();
        former.refuse(first);
        if (!embedded()) new PostgresqlRequirements(address, first).check();
        if (!config.madeAtStart() && !made())
            throw new StartRefusal("there is no register in " + address
                    + ": see that the settings of the service are given" + " to this command too");
    }

    private boolean made() throws SQLException {
        String name = embedded() ? "REGISTER" : "register";
        try (ResultSet tables = first.getMetaData().getTables(null, null, name, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }

    void introduce(@Observes @Priority(FIRST) StartupEvent start) throws SQLException {
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

    /** All that the pool gives to the driver: user, password, and how long to wait for a host that says nothing. */
    private Properties access() {
        Properties access = new Properties();
        access.putAll(factory().jdbcProperties());
        if (factory().principal() instanceof NamePrincipal user) access.putAll(user.asProperties());
        for (Object secret : factory().credentials())
            if (secret instanceof SimplePassword password) access.putAll(password.asProperties());
        return access;
    }

    /** Whether the store is a part of this process, so that no other process writes. */
    boolean embedded() {
        return address.embedded();
    }

    /**
     * H2 answers a commit before its pages are on the disk, even with WRITE_DELAY=0; a power cut then takes them. A
     * checkpoint after each commit has lost none. It runs before the writer is answered, and whoever observes a commit
     * cannot fail it any more: so the answer is told.
     */
    void settle(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ledger.EntriesWritten written) {
        if (!embedded() || force()) return;
        if (Arc.container().requestContext().isActive()) form.markDoubtful();
    }

    /** @throws ProblemException when a disk has failed: nothing is kept until the program was started again */
    void requireSound() {
        if (DurableFile.failure().isPresent())
            throw new ProblemException(
                            ProblemType.UNAVAILABLE,
                            "A disk of the register has failed; it takes no changes until somebody has seen to it.")
                    .retryAfter(60);
    }

    /**
     * Whether what H2 has committed is on the disk now. A missing right to ask for it may be given back, and a full disk may
     * get room; after a failure of the disk itself it never is again ({@link DurableFile}).
     */
    boolean force() {
        if (DurableFile.failure().isPresent()) return false;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            return true;
        } catch (SQLException e) {
            room.noteIfFull(e);
            LOG.error("a change is kept but could not be forced to the disk", e);
            return false;
        }
    }

    private String durableH2() {
        if (address.inMemory()) return "in memory only: gone when the process ends";
        return "file " + address + ": an acknowledged change survives kill -9 and power cut";
    }
}
