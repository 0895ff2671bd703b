package org.servanda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness check that fails when a disk of the database has failed: from then on nothing is written until the program
 * is restarted.
 */
@Readiness
@ApplicationScoped
class DatabaseHealthCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Store forced to the disk")
                .status(DurableFile.failure().isEmpty());
        DurableFile.failure().ifPresent(failure -> answer.withData("failed", failure.toString())
                .withData("to do", "see that the disk is sound, then start the program again"));
        return answer.build();
    }
}
