package org.servanda.verify;

/**
 * The rule by which the whole follows from the parties (section 4 of docs/rules.md). States again {@code
 * org.servanda.commitments.RollUp} in the register's program.
 */
enum RollUp {
    lead,
    all,
    any;

    static RollUp of(String word) {
        for (RollUp rule : values()) if (rule.name().equals(word)) return rule;
        throw new RefusedException("rollUp", "is no rule: " + word);
    }
}
