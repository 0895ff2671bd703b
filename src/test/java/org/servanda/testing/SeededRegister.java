package org.servanda.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import io.quarkus.arc.Arc;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Extension that gives every test class the register as the seeds make it. All classes share one start of the program: before
 * each class the tables are restored from copies, which costs a tenth of a second where a new start on a
 * store of its own costs ten seconds and its memory.
 */
class SeededRegister implements BeforeAllCallback {

    private static final String COPIES = "seeded";

    /** Statements of one kind of database around a restore: no trigger and no foreign key is in the way. */
    private record Dialect(String tables, String before, String empty, String after) {

        static final Dialect H2 = new Dialect(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                        + " and table_type = 'BASE TABLE' and table_name not like 'flyway%' order by table_name",
                "set referential_integrity false", "truncate table %s", "set referential_integrity true");

        static final Dialect POSTGRESQL = new Dialect(
                "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'"
                        + " order by tablename",
                "set session_replication_role = replica",
                "truncate table %s cascade",
                "reset session_replication_role");
    }

    /** Starts of the program whose tables were copied: each has a store of its own. */
    private static final Set<String> COPIED = new HashSet<>();

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException, IOException {
        Path signed = signedLast();
        try (Connection store = Arc.container().instance(DataSource.class).get().getConnection();
                Statement statement = store.createStatement()) {
            store.setAutoCommit(true);
            Dialect dialect =
                    store.getMetaData().getDatabaseProductName().equals("H2") ? Dialect.H2 : Dialect.POSTGRESQL;
            List<String> tables = tables(statement, dialect);
            if (COPIED.add(signed.toString())) copy(statement, tables);
            else restore(statement, dialect, tables);
        }
        // Signed by a class before, of entries that are gone.
        Files.deleteIfExists(signed);
        TestKeys.forget();
    }

    /** The file beside the log's key; each start has one of its own. */
    private static Path signedLast() {
        return Path.of(ConfigProvider.getConfig().getValue("servanda.proofs.key-file", String.class) + ".checkpoint");
    }

    private static List<String> tables(Statement statement, Dialect dialect) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(dialect.tables)) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    private static void copy(Statement statement, List<String> tables) throws SQLException {
        statement.execute("create schema " + COPIES);
        for (String table : tables)
            statement.execute("create table %s.%s as select * from %s".formatted(COPIES, table, table));
    }

    private static void restore(Statement statement, Dialect dialect, List<String> tables) throws SQLException {
        statement.execute(dialect.before);
        try {
            for (String table : tables) statement.execute(dialect.empty.formatted(table));
            for (String table : tables)
                statement.execute("insert into %s select * from %s.%s".formatted(table, COPIES, table));
        } finally {
            statement.execute(dialect.after);
        }
    }
}
