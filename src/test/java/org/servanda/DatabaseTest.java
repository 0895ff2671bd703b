package org.servanda;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.Postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The suite really runs on the store it says. */
@HttpTest
class DatabaseTest {

    @Inject
    DataSource source;

    @Test
    void theRunIsOnTheStoreItSays() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertEquals(
                    Postgres.wanted() ? "PostgreSQL" : "H2",
                    connection.getMetaData().getDatabaseProductName());
        }
    }
}
