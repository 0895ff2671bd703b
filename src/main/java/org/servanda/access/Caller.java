package org.servanda.access;

import java.util.Objects;

/**
 * The caller of a request.
 *
 * @param id the caller's id in the ledger, such as the id of a key; without a slash; null for an anonymous caller
 * @param role null for an anonymous caller
 * @param party the only party for which the caller acts; null when there is none
 */
public record Caller(String id, Role role, String party) {

    public static final Caller ANONYMOUS = new Caller(null, null, null);

    public Caller {
        if ((id == null) != (role == null)) throw new IllegalArgumentException("a known caller has an id and a role");
        if (role == Role.contributor) Objects.requireNonNull(party, "a contributor speaks for a party");
    }

    public boolean anonymous() {
        return role == null;
    }

    /** The actor in the caller's ledger entries: secretariat/k3yk3yk3yk, contributor/TH/k3yk3yk3yk, anonymous. */
    public String actor() {
        return anonymous() ? "anonymous" : side() + id;
    }

    /** The role and, if the caller acts for a party, the party, without the id: secretariat/, contributor/TH/. */
    public String side() {
        return party == null ? role + "/" : role + "/" + party + "/";
    }

    /** The {@link #side} of an actor of the ledger. */
    public static String sideOf(String actor) {
        return actor.substring(0, actor.lastIndexOf('/') + 1);
    }

    /** Whether an actor of the ledger has the same role for the same party, with any key. */
    public boolean speaksAs(String actor) {
        return !anonymous() && actor.startsWith(side());
    }

    /** Whether an actor of the ledger has this caller's id, in any role and for any party. */
    public boolean is(String actor) {
        return !anonymous() && idOf(actor).equals(id);
    }

    /** Whether two actors of the ledger have the same id, or the same role for the same party. */
    public static boolean sameSide(String actor, String otherActor) {
        return idOf(actor).equals(idOf(otherActor)) || sideOf(actor).equals(sideOf(otherActor));
    }

    /** The party whose focal point an actor of the ledger is; null for any other role. */
    public static String partyOf(String actor) {
        String[] parts = actor.split("/", 3);
        return parts.length == 3 && parts[0].equals(Role.contributor.name()) ? parts[1] : null;
    }

    /** Whether an actor of the ledger is the secretariat. */
    public static boolean isSecretariat(String actor) {
        return actor.startsWith(Role.secretariat + "/");
    }

    private static String idOf(String actor) {
        return actor.substring(actor.lastIndexOf('/') + 1);
    }
}
