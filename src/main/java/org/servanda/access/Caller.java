package org.servanda.access;

import java.util.Objects;

/**
 * Who is asking.
 *
 * @param id by which the ledger names it, such as the id of a key; without a slash; null for an anonymous one
 * @param role null for an anonymous one
 * @param party the only one it speaks for; null when it speaks for none
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

    /** As it stands in the ledger: secretariat/k3yk3yk3yk, contributor/TH/k3yk3yk3yk, anonymous. */
    public String actor() {
        return anonymous() ? "anonymous" : side() + id;
    }

    /** Its role and, where it speaks for one, its party, whoever it is: secretariat/, contributor/TH/. */
    public String side() {
        return party == null ? role + "/" : role + "/" + party + "/";
    }

    /** The {@link #side} of an actor of the ledger. */
    public static String sideOf(String actor) {
        return actor.substring(0, actor.lastIndexOf('/') + 1);
    }

    /** Whether an actor of the ledger has the same role for the same party, by whatever key. */
    public boolean speaksAs(String actor) {
        return !anonymous() && actor.startsWith(side());
    }

    /** Whether an actor of the ledger is this one, in whatever role and for whatever party it acted then. */
    public boolean is(String actor) {
        return !anonymous() && personIn(actor).equals(id);
    }

    /** Whether two actors of the ledger are one person, or act in the same role for the same party. */
    public static boolean onOneSide(String actor, String other) {
        return personIn(actor).equals(personIn(other)) || sideOf(actor).equals(sideOf(other));
    }

    /** The party whose focal point an actor of the ledger is; null for any other role. */
    public static String focalPointIn(String actor) {
        String[] parts = actor.split("/", 3);
        return parts.length == 3 && parts[0].equals(Role.contributor.name()) ? parts[1] : null;
    }

    /** Whether an actor of the ledger is the secretariat. */
    public static boolean secretariatIn(String actor) {
        return actor.startsWith(Role.secretariat + "/");
    }

    private static String personIn(String actor) {
        return actor.substring(actor.lastIndexOf('/') + 1);
    }
}
