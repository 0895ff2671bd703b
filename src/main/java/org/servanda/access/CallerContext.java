package org.servanda.access;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Who makes the running request, and how far it may reach. Until the gate has let it in, nobody and nowhere. */
@RequestScoped
public class CallerContext {

    private Identity identity = Identity.NONE;
    private Scope scope = Scope.none;

    void admit(Identity admitted, Scope granted) {
        identity = admitted;
        scope = granted;
    }

    public Caller caller() {
        return identity.caller();
    }

    /** What the bearer said by which the caller came in. */
    public Identity pass() {
        return identity;
    }

    /** What the caller may do with the running operation. */
    public Scope scope() {
        return scope;
    }

    /**
     * Refuses a caller who may act for its own party only, when that is not among those concerned.
     *
     * @param concerned asked for only when it matters
     */
    public void requireParty(Supplier<Set<String>> concerned, String what) {
        if (scope == Scope.all) return;
        Set<String> parties = concerned.get();
        if (scope == Scope.own && parties.contains(caller().party())) return;
        String speaksFor = caller().party() == null ? "no party" : caller().party();
        String concerns = parties.isEmpty() ? "no party" : String.join(", ", parties);
        throw new ProblemException(
                ProblemType.FORBIDDEN,
                "You speak for " + speaksFor + ", and " + what + " concerns " + concerns
                        + "; you may act only where your own party is among them.");
    }
}
