package org.servanda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whoever runs the register that a disk has failed under it, and that it keeps nothing until it is started again. */
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
