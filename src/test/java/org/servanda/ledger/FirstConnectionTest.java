package org.servanda.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.start.StartRefusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FirstConnectionTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration NONE = Duration.ZERO;

    @TempDir
    Path folder;

    private DatabaseAddress address;
    private Path file;

    @BeforeEach
    void thereIsAStore() throws SQLException {
        address = new DatabaseAddress("jdbc:h2:file:" + folder + "/servanda;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        file = folder.resolve("servanda.mv.db");
        DriverManager.getConnection(address.url(), access()).close();
    }

    private static Properties access() {
        Properties access = new Properties();
        access.put("user", "servanda");
        access.put("password", "");
        return access;
    }

    private FirstConnection waiting(Duration patience, Duration release) {
        return new FirstConnection(address, access(), patience, release);
    }

    /** As another process holds it. */
    private FileChannel held() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        assertTrue(channel.lock().isValid());
        return channel;
    }

    /** Until the thread that opens the store is so. */
    private static void await(Predicate<Stream<Thread>> state) throws InterruptedException {
        while (!state.test(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("opening the store")))) Thread.sleep(10);
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void aFileThatIsReleasedMeanwhileIsOpened() throws Exception {
        CompletableFuture<Connection> opening;
        try (FileChannel held = held()) {
            opening = CompletableFuture.supplyAsync(waiting(LONG, LONG)::open);
            // It has been told that the file is held, and waits to ask again.
            await(opener -> opener.anyMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
            assertTrue(held.isOpen() && !opening.isDone());
        }
        try (Connection opened = opening.get()) {
            assertTrue(opened.isValid(0));
        }
    }

    @Test
    void aFileThatStaysInUseIsToldWithAWayOut() throws IOException {
        try (FileChannel held = held()) {
            String told =
                    assertThrows(StartRefusal.class, waiting(LONG, NONE)::open).getMessage();
            assertTrue(told.contains(file + " is in use"), told);
            assertTrue(told.contains("SERVANDA_DATA_DIR"), told);
            assertTrue(held.isOpen());
        }
        assertEquals(Set.of("servanda.mv.db"), files(), "and nothing is written beside it");
    }

    @Test
    void whoeverWaitsForTooLongIsTold() throws Exception {
        try (FileChannel held = held()) {
            String told = assertThrows(StartRefusal.class, waiting(NONE, Duration.ofSeconds(1))::open)
                    .getMessage();
            assertTrue(told.contains("was not open after 0 seconds"), told);
            await(opener -> opener.findAny().isEmpty());
            assertTrue(held.isOpen());
        }
    }

    @Test
    void theFileIsOpenForThePoolToo() throws SQLException {
        try (Connection first = waiting(LONG, NONE).open();
                Connection pooled = DriverManager.getConnection(address.url(), access())) {
            assertTrue(first.isValid(0) && pooled.isValid(0));
        }
    }

    @Test
    void aFileThatIsNoStoreIsTold() throws IOException {
        Files.writeString(file, "something else");
        String told =
                assertThrows(StartRefusal.class, waiting(LONG, NONE)::open).getMessage();
        assertTrue(told.contains("the store " + file + " cannot be read"), told);
        assertTrue(told.contains("backup"), told);
    }

    @Test
    void aPasswordInTheAddressIsNotTold() {
        DatabaseAddress other = new DatabaseAddress("jdbc:postgresql://db:5432/servanda?password=secret&ssl=true");
        assertEquals("jdbc:postgresql://db:5432/servanda", other.toString());
        assertFalse(other.embedded());
    }
}
