package org.servanda.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.servanda.access.CallerContext;
import org.servanda.text.JsonText;
import org.servanda.text.Sha256;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Does what a request asks for once, however often it is sent: whoever does not know whether a change was kept sends it
 * again with the same Idempotency-Key and is answered as the first time (draft-ietf-httpapi-idempotency-key-header-07).
 * The answer is kept in the transaction of the change, so that there is never one without the other; a refusal is not
 * kept. A key belongs to the caller who used it, to the operation and to what its address names.
 */
@ApplicationScoped
public class IdempotentRequests {

    /** The header that names the request. */
    public static final String HEADER = "Idempotency-Key";

    /** Longer than any client keeps trying. */
    static final Duration KEPT = Duration.ofHours(24);

    private final Ledger ledger;
    private final EntityManager entities;
    private final CallerContext callerContext;

    IdempotentRequests(Ledger ledger, EntityManager entities, CallerContext callerContext) {
        this.ledger = ledger;
        this.entities = entities;
        this.callerContext = callerContext;
    }

    /** What was done: 201 with the address of what was created, or 200 where that is null. */
    public record Done<V extends Record>(String location, V body) {}

    /**
     * What a request is known by. The text of the address is none of it, which has many spellings (rule 13.3).
     *
     * @param operation its operationId
     * @param named the value of the parameter in its path; null when it has none
     */
    public record Request(String key, String operation, String named, Record body) {

        /** One whose path has no parameter. */
        public Request(String key, String operation, Record body) {
            this(key, operation, null, body);
        }

        String route() {
            return named == null ? operation : operation + " " + named;
        }
    }

    public <V extends Record> RestResponse<V> answer(Request request, Class<V> type, Supplier<Done<V>> work) {
        return answer(request, type, work, UnaryOperator.identity());
    }

    /**
     * To be called before the transaction reads anything; takes the lock of the ledger.
     *
     * @param kept what is kept of the answer, for one that must be shown only once
     */
    public <V extends Record> RestResponse<V> answer(
            Request request, Class<V> type, Supplier<Done<V>> work, UnaryOperator<V> kept) {
        StoredResponse.Key key = new StoredResponse.Key(
                callerContext.caller().actor(), request.route(), IdempotencyKey.read(request.key()));
        if (!ledger.claim(key.toString()))
            throw new ProblemException(
                            ProblemType.REQUEST_IN_PROGRESS,
                            "The first request with this key is still being worked on.")
                    .retryAfter(1);
        ledger.lock();
        String fingerprint = Sha256.sha256(JsonText.write(request.body()));
        StoredResponse given = entities.find(StoredResponse.class, key);
        // Not the machine's clock: where that is set back, what was forgotten would come to life again.
        Instant now = ledger.time();
        if (given != null && given.keptAt(now)) {
            // Sent again, perhaps, because the first time it could not be forced to the disk.
            ledger.force();
            return replay(given, fingerprint, type);
        }
        if (given != null) entities.remove(given);
        forgetOld(now);
        Done<V> done = work.get();
        entities.persist(new StoredResponse(
                key, fingerprint, done.location(), JsonText.write(kept.apply(done.body())), now.plus(KEPT)));
        return response(done.location(), done.body()).build();
    }

    private <V extends Record> RestResponse<V> replay(StoredResponse given, String fingerprint, Class<V> type) {
        if (!given.fits(fingerprint))
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This key was used for another body; use a new key for a new request.");
        return response(given.location(), JsonText.read(given.body(), type))
                .header("Idempotency-Replayed", "true")
                .build();
    }

    /** The address stands there without host, so that it holds behind whatever proxy was used. */
    private static <V> ResponseBuilder<V> response(String location, V body) {
        return location == null
                ? ResponseBuilder.ok(body)
                : ResponseBuilder.create(RestResponse.Status.CREATED, body).header(HttpHeaders.LOCATION, location);
    }

    private void forgetOld(Instant now) {
        entities.createQuery("delete from StoredResponse a where a.keptUntil < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
