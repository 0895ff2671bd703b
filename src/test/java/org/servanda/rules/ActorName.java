package org.servanda.rules;

/** Who acts, read off the name that the ledger has: {@code secretariat/k1}, {@code contributor/TH/k2}. */
final class ActorName {

    private ActorName() {}

    static boolean secretariat(String actor) {
        return actor.startsWith("secretariat/");
    }

    /** The party that it speaks for; null for none. */
    static String party(String actor) {
        String[] parts = actor.split("/");
        return parts[0].equals("contributor") ? parts[1] : null;
    }
}
