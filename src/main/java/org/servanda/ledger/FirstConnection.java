package org.servanda.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.h2.api.ErrorCode;
import org.h2.message.TraceSystem;

import org.servanda.start.StartRefusal;

/**
 * The connection that opens the database, made without the pool. The pool gives up after two seconds: right for a
 * request, but too short for an H2 file on a busy machine, where opening has taken longer.
 *
 * @param patience how long opening the database may take
 * @param release how long to wait until another process releases the file: long enough for a process that is just
 *     ending, short enough for a person who has started a second process by mistake
 */
record FirstConnection(DatabaseAddress address, Properties access, Duration patience, Duration release) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    FirstConnection(DatabaseAddress address, Properties access) {
        this(address, access, Duration.ofSeconds(60), Duration.ofSeconds(3));
    }

    /** @throws StartRefusal when the database cannot be opened */
    Connection open() {
        FutureTask<Connection> opening = new FutureTask<>(this::openWhenReleased);
        Thread opener = new Thread(opening, "opening the store");
        opener.setDaemon(true);
        opener.start();
        try {
            return opening.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw startRefusal(e.getCause());
        } catch (TimeoutException e) {
            throw new StartRefusal(
                    "the store %s was not open after %d seconds: start again when the machine and its disk are less busy"
                            .formatted(address, patience.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusal("the program was stopped while it opened the store " + address, e);
        }
    }

    private Connection openWhenReleased() throws SQLException, InterruptedException {
        long end = System.nanoTime() + release.toNanos();
        while (true) {
            try {
                return address.embedded() ? withoutTrace() : DriverManager.getConnection(address.url(), access);
            } catch (SQLException e) {
                if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1 || System.nanoTime() > end) throw e;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /**
     * Opens H2 without its trace: H2 would write a trace file beside the database, or a stack trace to the console,
     * about a failure that is reported here.
     */
    private Connection withoutTrace() throws SQLException {
        Connection connection = DriverManager.getConnection(address.url() + ";TRACE_LEVEL_FILE=0", access);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set TRACE_LEVEL_FILE " + TraceSystem.DEFAULT_TRACE_LEVEL_FILE);
        }
        return connection;
    }

    private StartRefusal startRefusal(Throwable cause) {
        return new StartRefusal("the store " + address + " " + advice(cause), cause);
    }

    private String advice(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)
            return "is in use by another process: stop that one, or give this one a folder of its own with"
                    + " SERVANDA_DATA_DIR";
        if (!address.embedded())
            return "cannot be opened (" + reason(cause) + "): see that PostgreSQL runs there, and that SERVANDA_DB_URL,"
                    + " SERVANDA_DB_USER and SERVANDA_DB_PASSWORD are right";
        return Files.exists(Path.of(address.toString()))
                ? "cannot be read (" + reason(cause)
                        + "): see that this program may read and write it, take the version"
                        + " that wrote it, or put a backup in its place"
                : "cannot be made (" + reason(cause)
                        + "): let SERVANDA_DATA_DIR name a folder that this program may write" + " to";
    }

    /** The message as one line, without a full stop at the end and without the number that H2 adds. */
    private static String reason(Throwable cause) {
        return String.valueOf(cause.getMessage())
                .replaceAll("\\s+", " ")
                .replaceFirst(" \\[\\d+-\\d+]$", "")
                .replaceFirst("\\.$", "");
    }
}
