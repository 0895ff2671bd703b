package org.servanda.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Every kind of bearer is asked, and one that does not count is counted, whichever kind it is. */
class BearerAuthenticationTest {

    private record Settings(boolean publicRead, int failuresPerMinute) implements AccessConfig {}

    private static final Identity KEY = new Identity(new Caller("k", Role.admin, null), "key", null, Instant.MAX);
    private static final Identity TOKEN = new Identity(new Caller("t", Role.auditor, null), "token", "s", Instant.MAX);

    private final BearerAuthentication authentication = new BearerAuthentication(
            List.of(bearer -> bearer.equals("key") ? Optional.of(KEY) : Optional.empty(), bearer -> switch (bearer) {
                case "token" -> Optional.of(TOKEN);
                case "expired" -> throw ProblemException.invalidToken("The token has expired.");
                case "roleless" -> throw new ProblemException(ProblemType.FORBIDDEN, "no role");
                default -> Optional.empty();
            }),
            new Settings(true, 2),
            Clock.systemUTC());

    private ProblemType refused(String header) {
        return assertThrows(ProblemException.class, () -> authentication.authenticate(header, "192.0.2.1"))
                .type();
    }

    @Test
    void theKindThatKnowsABearerSaysWhoseItIs() {
        assertSame(KEY, authentication.authenticate("Bearer key", "192.0.2.1"));
        assertSame(TOKEN, authentication.authenticate("bearer token", "192.0.2.1"));
        assertSame(Identity.NONE, authentication.authenticate(null, "192.0.2.1"));
    }

    @Test
    void whatDoesNotCountIsCountedWhicheverKindItIsAndWhateverCountsGoesThrough() {
        assertEquals(ProblemType.UNAUTHENTICATED, refused("Bearer unknown"));
        assertEquals(ProblemType.UNAUTHENTICATED, refused("Bearer expired"));
        assertEquals(ProblemType.TOO_MANY_FAILURES, refused("Bearer expired"));
        assertEquals(ProblemType.TOO_MANY_FAILURES, refused("Bearer "));
        assertSame(TOKEN, authentication.authenticate("Bearer token", "192.0.2.1"));
    }

    @Test
    void whoMayNothingHasGuessedNothing() {
        for (int i = 0; i < 5; i++) assertEquals(ProblemType.FORBIDDEN, refused("Bearer roleless"));
        assertEquals(ProblemType.UNAUTHENTICATED, refused("Bearer unknown"));
    }
}
