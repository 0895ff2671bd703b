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

/**
 * Issues and revokes API keys, each as an entry of the ledger. It runs in the caller's transaction and takes the writer
 * lock first.
 */
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

    /** Issues a key; the view contains its text, which is stored nowhere. */
    ApiKeyView issue(NewApiKey request, String actor) {
        ledger.lock();
        List<Fault> faults = request.faults(parties.codes(), now());
        if (!faults.isEmpty()) throw ProblemException.body(faults);
        ApiKeySecret secret = ApiKeySecret.random();
        ApiKey key = new ApiKey(secret, request, actor, now());
        keys.persist(key);
        record(actor, "issued", key);
        return key.view().with(secret);
    }

    /**
     * Revokes a key; revoking it again changes nothing. The last valid admin key cannot be revoked: without it nobody
     * could issue another.
     */
    ApiKeyView revoke(String id, String actor) {
        ledger.lock();
        Instant now = now();
        ApiKey key = keys.byId(id);
        if (key.role() == Role.admin && key.isValidAt(now) && keys.countValidAdminKeys(now) == 1)
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

    /** The current time to the microsecond, since both databases store no more. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
