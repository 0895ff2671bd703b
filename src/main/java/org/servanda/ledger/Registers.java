package org.servanda.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

/** Gives the head of the register to readers, and to one writer at a time. */
@ApplicationScoped
public class Registers implements PanacheRepositoryBase<Register, Integer> {

    /** Told within the writer's transaction; observe it after success to act on what is really kept. */
    public record Changed(Instant at) {}

    private final Clock clock;
    private final Event<Changed> changed;

    Registers(Clock clock, Event<Changed> changed) {
        this.clock = clock;
        this.changed = changed;
    }

    public Register current() {
        return findById(Register.ONLY);
    }

    /** The head, locked until the transaction ends: whoever holds it is the only writer. */
    public Register forWriting() {
        changed.fire(new Changed(now()));
        return findById(Register.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Now, to the microsecond: both stores keep no more. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
