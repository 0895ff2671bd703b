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
 * Idempotency of POST: executes a request once, however often it is sent. A client that does not know whether a change
 * was made sends it again with the same Idempotency-Key and gets the first response
 * (draft-ietf-httpapi-idempotency-key-header-07). The response is stored in the transaction of the change, so that
 * neither exists without the other; a problem is not stored. A key belongs to the caller who used it, to the operation
 * and to the parameter in its path.
 */
@ApplicationScoped
public class IdempotentRequests {

    /** The header that names the request. */
    public static final String HEADER = "Idempotency-Key";

    /** How long a response is stored: longer than any client retries. */
    static final Duration RETENTION = Duration.ofHours(24);

    private final Ledger ledger;
    private final EntityManager entities;
    private final CallerContext callerContext;

    IdempotentRequests(Ledger ledger, EntityManager entities, CallerContext callerContext) {
        this.ledger = ledger;
        this.entities = entities;
        this.callerContext = callerContext;
    }

    /** The result of the work: 201 with the address of what was created, or 200 when the address is null. */
    public record Result<V extends Record>(String location, V body) {}

    /**
     * The identity of a request (rule 13.3). The text of its address is not part of it, since an address has many
     * spellings.
     *
     * @param operation its operationId
     * @param pathParameter the value of the parameter in its path; null when the path has none
     */
    public record Request(String key, String operation, String pathParameter, Record body) {

        /** A request whose path has no parameter. */
        public Request(String key, String operation, Record body) {
            this(key, operation, null, body);
        }

        String route() {
            return pathParameter == null ? operation : operation + " " + pathParameter;
        }
    }

    public <V extends Record> RestResponse<V> execute(Request request, Class<V> type, Supplier<Result<V>> work) {
        return execute(request, type, work, UnaryOperator.identity());
    }

    /**
     * Executes the work, or returns the stored response. Call it before the transaction reads anything; it takes the
     * writer lock.
     *
     * @param storedForm turns the response into the form that is stored, for a response that may be shown only once
     */
    public <V extends Record> RestResponse<V> execute(
            Request request, Class<V> type, Supplier<Result<V>> work, UnaryOperator<V> storedForm) {
        StoredResponse.Key key = new StoredResponse.Key(
                callerContext.caller().actor(), request.route(), IdempotencyKey.read(request.key()));
        if (!ledger.tryClaim(key.toString()))
            throw new ProblemException(
                            ProblemType.REQUEST_IN_PROGRESS,
                            "The first request with this key is still being worked on.")
                    .retryAfter(1);
        ledger.lock();
        String fingerprint = Sha256.sha256(JsonText.write(request.body()));
        StoredResponse stored = entities.find(StoredResponse.class, key);
        // Not the machine's clock: if that is set back, an expired response would become valid again.
        Instant now = ledger.monotonicTime();
        if (stored != null && stored.validAt(now)) {
            // The client may send it again because the first response could not be forced to the disk.
            ledger.requestFlush();
            return replay(stored, fingerprint, type);
        }
        if (stored != null) entities.remove(stored);
        deleteExpired(now);
        Result<V> result = work.get();
        entities.persist(new StoredResponse(
                key,
                fingerprint,
                result.location(),
                JsonText.write(storedForm.apply(result.body())),
                now.plus(RETENTION)));
        return response(result.location(), result.body()).build();
    }

    private <V extends Record> RestResponse<V> replay(StoredResponse stored, String fingerprint, Class<V> type) {
        if (!stored.matches(fingerprint))
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This key was used for another body; use a new key for a new request.");
        return response(stored.location(), JsonText.read(stored.body(), type))
                .header("Idempotency-Replayed", "true")
                .build();
    }

    /** The Location has no host, so that it works behind any proxy. */
    private static <V> ResponseBuilder<V> response(String location, V body) {
        return location == null
                ? ResponseBuilder.ok(body)
                : ResponseBuilder.create(RestResponse.Status.CREATED, body).header(HttpHeaders.LOCATION, location);
    }

    private void deleteExpired(Instant now) {
        entities.createQuery("delete from StoredResponse a where a.keptUntil < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
