package org.servanda.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.servanda.start.BeforeDatabase;
import org.servanda.start.StartRefusal;

/**
 * Checks at the start that the settings fit this program. There are two programs, one for each database: the wrong one
 * would make a new, empty register and notice nothing.
 */
@ApplicationScoped
class DatabaseChoice {

    /** The settings that name a PostgreSQL database. */
    private static final List<String> OF_POSTGRESQL =
            List.of("SERVANDA_DB_URL", "SERVANDA_DB_USER", "SERVANDA_DB_PASSWORD");

    private static final String H2 = "h2";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Config config;
    private final String kind;
    private final String url;

    DatabaseChoice(
            Config config,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.config = config;
        this.kind = kind;
        this.url = url;
    }

    void require(@Observes @Priority(BeforeDatabase.SETTINGS) BeforeDatabase start) {
        mismatch(kind, url, OF_POSTGRESQL.stream().filter(this::isSet)).ifPresent(words -> {
            throw new StartRefusal(words);
        });
    }

    private boolean isSet(String setting) {
        return config.getOptionalValue(setting, String.class)
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    /** @param postgresqlSettings names of the settings for PostgreSQL that are set */
    static Optional<String> mismatch(String kind, String url, Stream<String> postgresqlSettings) {
        DatabaseAddress address = new DatabaseAddress(url);
        if (!kind.equals(H2))
            return url.startsWith(POSTGRESQL)
                    ? Optional.empty()
                    : Optional.of(
                            "this program keeps the register in PostgreSQL, and the store that is set is " + address
                                    + ": let SERVANDA_DB_URL be like jdbc:postgresql://localhost:5432/servanda, or take the program"
                                    + " for H2, target/quarkus-app/quarkus-run.jar");
        if (!address.embedded())
            return Optional.of("this program keeps the register in an H2 file, and the store that is set is " + address
                    + ": " + TAKE_THE_OTHER);
        return postgresqlSettings
                .findFirst()
                .map(setting -> setting + " is set, and this program keeps the register in an H2 file: "
                        + TAKE_THE_OTHER + ", or leave out " + setting);
    }

    private static final String TAKE_THE_OTHER =
            "take the program for PostgreSQL, target/quarkus-app-postgresql/quarkus-run.jar";
}
