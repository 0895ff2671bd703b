package org.servanda.ledger;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.servanda.start.StartRefusal;

/**
 * Refuses at the start a register whose entries have no {@link Salt}: with a salt, its hashes would differ from the
 * hashes that were signed and given away. Nothing is released yet, so such a register is begun anew.
 */
record UnsaltedRegisterCheck(DatabaseAddress address, Properties access) {

    private static final String UNSALTED = "select count(*) from information_schema.tables t"
            + " where lower(t.table_name) = 'ledger_entry' and t.table_schema = current_schema and not exists (select 1"
            + " from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name"
            + " and lower(c.column_name) = 'salt')";

    /**
     * Checks an H2 file through a read-only connection first: H2 writes to a file that it opens, even if nothing is
     * changed.
     */
    void checkReadOnly() {
        if (!address.embedded() || address.inMemory() || !Files.exists(address.file())) return;
        String file = address.file().toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        try (Connection readOnly = DriverManager.getConnection(
                "jdbc:h2:file:" + file + ";ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0", access)) {
            check(readOnly);
        } catch (SQLException inUseOrBroken) {
            // {@link FirstConnection} opens the database later; it waits, and reports what is wrong with it.
            return;
        }
    }

    /** @throws StartRefusal when the database holds a register without salt */
    void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(UNSALTED)) {
            rows.next();
            if (rows.getLong(1) == 0) return;
        }
        throw new StartRefusal("the register in " + address
                + " was made by an earlier state of this program, before its entries had a salt, and cannot be taken over:"
                + " begin anew with an empty data folder (SERVANDA_DATA_DIR)"
                + (address.embedded() ? "" : " and an empty database (SERVANDA_DB_URL)")
                + ", or start the program that made it; nothing was changed");
    }
}
