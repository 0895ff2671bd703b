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
 * Keeps the program away from a register that was made before entries had a {@link Salt}: with one, its hashes would be
 * others than those that were signed and given away. Nothing is released yet, so such a register is begun anew.
 */
record FormerRegister(DatabaseAddress address, Properties access) {

    private static final String UNSALTED = "select count(*) from information_schema.tables t"
            + " where lower(t.table_name) = 'ledger_entry' and t.table_schema = current_schema and not exists (select 1"
            + " from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name"
            + " and lower(c.column_name) = 'salt')";

    /** H2 writes to a file that it opens, even if nobody changes anything: so a file is looked at without that first. */
    void refuseUntouched() {
        if (!address.embedded() || address.inMemory() || !Files.exists(address.file())) return;
        String file = address.file().toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        try (Connection looking = DriverManager.getConnection(
                "jdbc:h2:file:" + file + ";ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0", access)) {
            refuse(looking);
        } catch (SQLException inUseOrBroken) {
            // Whoever opens the store in earnest is patient, and says what is wrong with it.
            return;
        }
    }

    /** @throws StartRefusal when the store holds such a register */
    void refuse(Connection connection) throws SQLException {
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
