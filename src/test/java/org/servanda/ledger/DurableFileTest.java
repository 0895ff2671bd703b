package org.servanda.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A real H2 on files that can be made to fail as Linux lets them: once, and then all seems well. */
class DurableFileTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void registerBoth() {
        DurablePath.register();
        FilePath.register(new FailingOnce());
    }

    @BeforeEach
    void sound() {
        FailingOnce.fails = false;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:durable:failing:" + folder + "/below/store;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DurableFile file() {
        return DurableFile.named("durable:failing:" + folder + "/below/store.mv.db");
    }

    @Test
    void afterOneFailureNoLaterSuccessIsBelieved() throws SQLException {
        try (Connection connection = open()) {
            execute(connection, "create table kept (id int)");
            execute(connection, "checkpoint sync");
            execute(connection, "insert into kept values (1)");
            FailingOnce.fails = true;
            assertThrows(SQLException.class, () -> execute(connection, "checkpoint sync"));
        } catch (SQLException closing) {
            // H2 closed it by itself.
        }
        assertThrows(IOException.class, () -> file().requireSound());
        assertTrue(DurableFile.failure().isPresent());
        // The disk would take it now, on a new channel too.
        assertThrows(SQLException.class, () -> {
            try (Connection again = open()) {
                execute(again, "insert into kept values (2)");
                execute(again, "checkpoint sync");
            }
        });
    }

    @Test
    void whoForcesAtTheSameTimeIsNotToldThatAllIsWell() throws Exception {
        Files.createDirectories(folder.resolve("below"));
        Path path = Files.createFile(folder.resolve("below/other"));
        DurableFile other = DurableFile.named("other " + folder);
        CountDownLatch failing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (FileChannel base = FileChannel.open(path)) {
            CompletableFuture<Boolean> first =
                    CompletableFuture.supplyAsync(() -> forced(other, new ForwardingChannel(base) {
                        @Override
                        public void force(boolean metaData) throws IOException {
                            failing.countDown();
                            await(go);
                            throw new IOException("Input/output error");
                        }
                    }));
            failing.await();
            CompletableFuture<Boolean> second =
                    CompletableFuture.supplyAsync(() -> forced(other, new ForwardingChannel(base)));
            go.countDown();
            assertEquals(false, first.get());
            assertEquals(false, second.get());
        }
    }

    private static boolean forced(DurableFile file, FileChannel channel) {
        try {
            file.force(channel, true);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChannelThatWasClosedSaysNothingAboutTheDisk() throws IOException {
        Path path = Files.createFile(folder.resolve("closed"));
        DurableFile file = DurableFile.named("closed " + folder);
        FileChannel closed = FileChannel.open(path);
        closed.close();
        assertThrows(IOException.class, () -> file.force(closed, true));
        file.requireSound();
    }

    @Test
    void onlyWhoRunsTheProgramCanReadTheStore() throws Exception {
        try (Connection connection = open()) {
            execute(connection, "create table kept (id int)");
        }
        assertEquals("rwx------", mode(folder.resolve("below")));
        Path file = folder.resolve("below/store.mv.db");
        assertEquals("rw-------", mode(file));
        // As an earlier version made it.
        Set<PosixFilePermission> wide = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(file, wide);
        try (Connection connection = open()) {
            execute(connection, "insert into kept values (1)");
        }
        assertEquals("rw-------", mode(file));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Files below another path, whose forcing fails once when it is told to. */
    public static class FailingOnce extends FilePathWrapper {

        static volatile boolean fails;

        @Override
        public String getScheme() {
            return "failing";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new ForwardingChannel(super.open(mode)) {
                @Override
                public void force(boolean metaData) throws IOException {
                    if (fails) {
                        fails = false;
                        throw new IOException("Input/output error");
                    }
                    super.force(metaData);
                }
            };
        }
    }
}
