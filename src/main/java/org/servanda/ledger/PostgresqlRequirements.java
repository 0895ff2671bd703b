package org.servanda.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.servanda.start.StartRefusal;

/** Checks the settings of PostgreSQL that the register needs, before any table is created. */
record PostgresqlRequirements(DatabaseAddress address, Connection connection) {

    /** @throws StartRefusal when a setting is not right */
    void check() throws SQLException {
        refuseWhen("fsync", "off");
        refuseWhen("synchronous_commit", "off");
        String encoding = shown("server_encoding");
        if (!encoding.equals("UTF8"))
            throw new StartRefusal(
                    "the database " + address + " keeps texts in " + encoding
                            + ", which has no place for all that is written here: make one with encoding 'UTF8' template template0");
    }

    private void refuseWhen(String setting, String bad) throws SQLException {
        if (shown(setting).equals(bad))
            throw new StartRefusal("PostgreSQL runs with " + setting + "=" + bad
                    + " and would lose acknowledged changes: switch it on");
    }

    private String shown(String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
