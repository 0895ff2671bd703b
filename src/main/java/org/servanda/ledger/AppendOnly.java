package org.servanda.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/**
 * The H2 trigger that makes the ledger append-only: it refuses every update and delete. It is written in Java, since H2
 * has no triggers in SQL.
 */
public class AppendOnly implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("the ledger is append-only", "45000");
    }
}
