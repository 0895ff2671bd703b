package org.servanda.access;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Request-scoped caller and scope. Before {@link AccessFilter} has run, the caller is anonymous and the scope is none.
 */
@RequestScoped
public class CallerContext {

    private Identity identity = Identity.NONE;
    private Scope scope = Scope.none;

    void set(Identity callerIdentity, Scope callerScope) {
        identity = callerIdentity;
        scope = callerScope;
    }

    public Caller caller() {
        return identity.caller();
    }

    /** The identity that the credentials proved. */
    public Identity identity() {
        return identity;
    }

    /** The caller's scope in the running operation. */
    public Scope scope() {
        return scope;
    }

    /**
     * Refuses a caller with scope own whose party is not among the concerned parties.
     *
     * @param concerned the concerned parties; only read when they matter
     */
    public void requireParty(Supplier<Set<String>> concerned, String subject) {
        if (scope == Scope.all) return;
        Set<String> parties = concerned.get();
        if (scope == Scope.own && parties.contains(caller().party())) return;
        String speaksFor = caller().party() == null ? "no party" : caller().party();
        String concerns = parties.isEmpty() ? "no party" : String.join(", ", parties);
        throw new ProblemException(
                ProblemType.FORBIDDEN,
                "You speak for " + speaksFor + ", and " + subject + " concerns " + concerns
                        + "; you may act only where your own party is among them.");
    }
}
