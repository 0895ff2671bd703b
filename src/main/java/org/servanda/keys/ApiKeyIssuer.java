package org.servanda.keys;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Role;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.parties.Parties;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Issues and revokes keys, each as an entry of the ledger. Runs in the caller's transaction and takes the lock first. */
@ApplicationScoped
class ApiKeyIssuer {

    private final Ledger ledger;
    private final ApiKeys keys;
    private final Parties parties;
    private final Clock clock;

    ApiKeyIssuer(Ledger ledger, ApiKeys keys, Parties parties, Clock clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.parties = parties;
        this.clock = clock;
    }

    /** The new key with its text, which is kept nowhere. */
    ApiKeyView issue(NewApiKey wanted, String actor) {
        ledger.lock();
        List<Fault> faults = wanted.faults(parties.codes(), now());
        if (!faults.isEmpty()) throw ProblemException.body(faults);
        ApiKeySecret secret = ApiKeySecret.random();
        ApiKey key = new ApiKey(secret, wanted, actor, now());
        keys.persist(key);
        record(actor, "issued", key);
        return key.view().with(secret);
    }

    /** Revoking again changes nothing. The last admin key that is valid stays: without it nobody could issue another. */
    ApiKeyView revoke(String id, String actor) {
        ledger.lock();
        Instant now = now();
        ApiKey key = keys.byId(id);
        if (key.role() == Role.admin && key.liveAt(now) && keys.liveAdmins(now) == 1)
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This is the last valid admin key: issue another one first, then revoke this one with that.");
        if (key.revoke(now)) record(actor, "revoked", key);
        return key.view();
    }

    private void record(String actor, String kind, ApiKey key) {
        ApiKeyView view = key.view();
        ledger.append(new NewEntry(actor, "api-key/" + view.id(), kind, null, null, view));
    }

    /** Now, to the microsecond: both stores keep no more. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
