package org.servanda.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** The wall around the ledger in H2, which knows no triggers in SQL: refuses every update and delete. */
public class AppendOnly implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("the ledger is append-only", "45000");
    }
}
