package org.servanda.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** The clock of a process, set from outside while it runs. Needs libfaketime (a package of that name in Debian). */
class FakeClock {

    /** The one without locks: the other takes a hundred times as long to tell the time, and so the program to start. */
    private static final String LIBRARY = "faketime/libfaketime.so.1";

    /** Where Debian has it; the folder in between names the architecture. */
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path library;
    private final Path offset;

    private FakeClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    static FakeClock in(Path folder) throws IOException {
        try (Stream<Path> architectures = Files.list(LIBRARIES)) {
            Path library = architectures
                    .map(one -> one.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IOException("libfaketime is not installed"));
            FakeClock clock = new FakeClock(library, folder.resolve("clock"));
            clock.set(Duration.ZERO);
            return clock;
        }
    }

    /** For the process. Its waits are left alone: they go by another clock, which nobody sets. */
    Map<String, String> settings() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "NO_FAKE_STAT", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Sets it so far ahead of the real time, or behind it; within a second the process sees it. */
    final void set(Duration ahead) throws IOException {
        Path next = Files.writeString(offset.resolveSibling("clock.next"), "%+d".formatted(ahead.toSeconds()));
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
