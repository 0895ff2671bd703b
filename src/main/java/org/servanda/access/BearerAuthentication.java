package org.servanda.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Authenticates the caller by the Authorization header. Invalid credentials are always refused; the caller is never
 * treated as anonymous then.
 */
@ApplicationScoped
class BearerAuthentication {

    /** RFC 6750, 2.1; the scheme is not case-sensitive (RFC 9110, 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final Collection<BearerAuthenticator> authenticators;
    private final FailureThrottle failureThrottle;

    BearerAuthentication(@All List<BearerAuthenticator> kinds, AccessConfig config, Clock clock) {
        this.authenticators = kinds;
        this.failureThrottle = new FailureThrottle(config.failuresPerMinute(), clock);
    }

    /** @param authorization the header; null when there is none */
    Identity authenticate(String authorization, String address) {
        if (authorization == null) return Identity.NONE;
        if (!authorization.strip().matches("(?i)bearer( .*)?"))
            throw ProblemException.unauthenticated(
                    "Keys and tokens are sent as Authorization: Bearer …; no other scheme is known.");
        Matcher bearer = BEARER.matcher(authorization.strip());
        if (!bearer.matches())
            throw failureThrottle.add(
                    address, ProblemException.invalidToken("After Bearer stands one key or token and nothing else."));
        try {
            return find(bearer.group(1))
                    .orElseThrow(() -> ProblemException.invalidToken("The key is unknown, expired or revoked."));
        } catch (ProblemException problem) {
            throw problem.type() == ProblemType.UNAUTHENTICATED ? failureThrottle.add(address, problem) : problem;
        }
    }

    private Optional<Identity> find(String bearer) {
        return authenticators.stream()
                .flatMap(kind -> kind.authenticate(bearer).stream())
                .findFirst();
    }
}
