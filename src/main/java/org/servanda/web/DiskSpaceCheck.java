package org.servanda.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness check for free disk space, so that the operators of the register free some. It fails while a disk of this
 * machine is nearly full, and for a while after any write failed on a full disk, which covers a database on another
 * machine. It recovers by itself once there is space.
 */
@Default
@Readiness
@ApplicationScoped
public class DiskSpaceCheck implements HealthCheck {

    /** In bytes. A change takes some kilobytes; an uploaded file that does not fit fails by itself. */
    private static final long NEARLY_FULL = 1 << 20;

    /** As long as Retry-After tells a client to wait. */
    private static final Duration RECENT = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(DiskSpaceCheck.class);

    private final List<Path> folders;
    private final Clock clock;
    private volatile Instant lastFull = Instant.MIN;

    DiskSpaceCheck(
            @ConfigProperty(name = "servanda.data-dir") Path data,
            @ConfigProperty(name = "servanda.files.folder") Path files,
            Clock clock) {
        this.folders = List.of(data, files);
        this.clock = clock;
    }

    /** Notes a failed write; callers pass every failure, only full disks count. */
    public void noteIfFull(Throwable failure) {
        if (DatabaseFailure.isFullDisk(failure)) lastFull(failure);
    }

    private void lastFull(Throwable failure) {
        if (!recentlyFull())
            LOG.errorf("a disk of the register is full, so nothing can be kept: make room (%s)", failure);
        lastFull = clock.instant();
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Path> full =
                folders.stream().filter(DiskSpaceCheck::nearlyFull).findFirst();
        var response = HealthCheckResponse.named("Room on the disks").status(full.isEmpty() && !recentlyFull());
        full.ifPresent(folder -> response.withData("full", folder.toString()));
        if (recentlyFull()) response.withData("ran out at", lastFull.toString());
        return response.build();
    }

    private boolean recentlyFull() {
        return clock.instant().isBefore(lastFull.plus(RECENT));
    }

    private static boolean nearlyFull(Path folder) {
        try {
            return Files.exists(folder) && Files.getFileStore(folder).getUsableSpace() < NEARLY_FULL;
        } catch (IOException e) {
            // A folder that cannot be read is reported by the class that uses it.
            return false;
        }
    }
}
