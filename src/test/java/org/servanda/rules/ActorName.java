package org.servanda.rules;

/** Parser of the actor of a ledger entry: {@code secretariat/k1}, {@code contributor/TH/k2}. */
final class ActorName {

    private ActorName() {}

    static boolean secretariat(String actor) {
        return actor.startsWith("secretariat/");
    }

    /** Code of the party of a focal point; null for every other role. */
    static String party(String actor) {
        String[] parts = actor.split("/");
        return parts[0].equals("contributor") ? parts[1] : null;
    }
}
