package org.servanda.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.ledger.Ledger;
import org.servanda.parties.Parties;
import org.servanda.start.StartRefusal;
import org.servanda.testing.HttpTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The way into a register that nobody has a valid key to. */
@HttpTest
class BootstrapKeyTest {

    private record AtStart(Optional<Path> adminKeyFile, boolean atStart) implements KeyConfig {}

    @TempDir
    Path folder;

    @Inject
    Ledger ledger;

    @Inject
    ApiKeys keys;

    @Inject
    Parties parties;

    @BeforeEach
    void takeAllKeysAway() {
        QuarkusTransaction.requiringNew().run(keys::deleteAll);
    }

    private void start(Clock clock, Path file) {
        ApiKeyIssuer issuer = new ApiKeyIssuer(ledger, keys, parties, clock);
        new BootstrapKey(new AtStart(Optional.ofNullable(file), true), ledger, keys, issuer, clock)
                .onStart(new StartupEvent());
    }

    private void start(Path file) {
        start(Clock.systemUTC(), file);
    }

    private List<ApiKeyView> all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.newestFirst().stream().map(ApiKey::view).toList());
    }

    private static Clock after(Duration time) {
        return Clock.offset(Clock.systemUTC(), time);
    }

    @Test
    void aNewRegisterGetsOneKeyInAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("admin.key");
        start(file);
        start(file);
        assertEquals(1, all().size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String key = Files.readString(file).strip();
        assertTrue(new ApiKeyAuthenticator(keys, Clock.systemUTC())
                .authenticate(key)
                .isPresent());
    }

    @Test
    void nodesThatStartTogetherMakeOneKey() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<?>> started = List.of(
                nodes.submit(() -> start(null)),
                nodes.submit(() -> start(null)),
                nodes.submit(() -> start(null)),
                nodes.submit(() -> start(null)));
        for (Future<?> node : started) node.get();
        nodes.shutdown();
        assertEquals(1, all().size());
    }

    @Test
    void aNewRegisterDoesNotStartWhenTheFileExistsOrHasNoFolderAndThenKeepsNoKey() throws IOException {
        Path there = Files.writeString(folder.resolve("there.key"), "mine");
        Path nowhere = folder.resolve("nowhere/admin.key");
        Exception exists = assertThrows(StartRefusal.class, () -> start(there));
        assertTrue(exists.getMessage().contains("that file exists"), exists.getMessage());
        Exception missing = assertThrows(StartRefusal.class, () -> start(nowhere));
        assertTrue(missing.getMessage().contains("its folder does not exist"), missing.getMessage());
        assertEquals("mine", Files.readString(there));
        assertEquals(List.of(), all());
    }

    @Test
    void whenAllAdminKeysHaveEndedANewFileGetsANewOneAndNothingElseDoes() throws IOException {
        Path first = folder.resolve("first.key");
        start(first);
        Clock later = after(Duration.ofDays(366));
        start(later, null);
        start(later, first);
        assertEquals(1, all().size(), "it starts, and says in the log what to do");
        Path second = folder.resolve("second.key");
        start(later, second);
        assertEquals(2, all().size());
        String key = Files.readString(second).strip();
        assertTrue(new ApiKeyAuthenticator(keys, later).authenticate(key).isPresent());
    }

    @Test
    void whileAnAdminKeyIsValidNoneIsMade() {
        start(null);
        Path file = folder.resolve("more.key");
        start(file);
        assertFalse(Files.exists(file));
        assertEquals(1, all().size());
    }
}
