package org.servanda;

import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.tool.schema.spi.SchemaManagementException;

import org.servanda.start.StartRefusal;

/**
 * Finds in an exception the reason for a failed start that the person who started the program can act on. Its message
 * is printed without a stack trace; any other exception is a fault of ours and keeps its stack trace.
 */
final class StartupFailure {

    /**
     * The beginning of Flyway's message, which hides the password; it comes before the database is asked whether it is
     * one for this program.
     */
    private static final String NO_SUCH_STORE = "No Flyway database plugin found to handle ";

    private StartupFailure() {}

    /** The message to print; empty when only a programmer can do something about the failure. */
    static Optional<String> message(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) causes.push(cause);
        // A StartRefusal takes precedence; otherwise the first cause, which knows more than the exceptions around it.
        return Stream.concat(causes.stream().filter(StartRefusal.class::isInstance), causes.stream())
                .map(StartupFailure::messageOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> messageOf(Throwable failure) {
        if (failure instanceof StartRefusal) return Optional.of(failure.getMessage());
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        if (failure instanceof ConfigurationException || failure instanceof ConfigValidationException)
            return Optional.of(setting(message));
        if (failure instanceof FlywayException && message.startsWith(NO_SUCH_STORE))
            return Optional.of("the store that is set is none that this program can open ("
                    + message.substring(NO_SUCH_STORE.length()).replaceFirst("\\. See .*", "")
                    + "): let SERVANDA_DB_URL be like jdbc:postgresql://localhost:5432/servanda");
        if (failure instanceof FlywayException)
            return Optional.of("the tables of the store cannot be brought to this version (" + message
                    + "): start the version that made them, or restore the backup from before");
        if (failure instanceof SchemaManagementException)
            return Optional.of(
                    "the tables of the store are not as this version needs them (" + message + "): restore a backup");
        if (failure instanceof BindException)
            return Optional.of("a port was taken while the program started (" + message
                    + "): end the program that has it, or set QUARKUS_HTTP_PORT or QUARKUS_MANAGEMENT_PORT to another");
        if (failure instanceof SQLException sql && isConnectionFailure(sql))
            return Optional.of("the store went away (" + message + "): start again when it is there");
        return Optional.empty();
    }

    private static String setting(String message) {
        // The message of Quarkus about Flyway, before the database is asked whether it needs a password.
        if (message.startsWith("Username and password must be defined"))
            return "the store needs a user and a password: set SERVANDA_DB_USER and SERVANDA_DB_PASSWORD, and SERVANDA_DB_URL"
                    + " where PostgreSQL does not run on this machine";
        return "a setting is wrong: " + message.replaceAll("(java\\.[\\w.]+: )?SRCFG\\d+: ", "");
    }

    /**
     * SQLSTATE class 08 is "connection exception", 57P is "operator intervention" (shutdown, crash), 53 are too many
     * connections, too little memory or a full disk, 25006 is a database that is read-only.
     */
    private static boolean isConnectionFailure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.equals("25006");
    }
}
