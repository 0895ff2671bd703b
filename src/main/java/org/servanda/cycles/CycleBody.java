package org.servanda.cycles;

import java.time.LocalDate;
import java.util.List;

import org.servanda.text.Bilingual;

/**
 * Body of the ledger entries of a cycle: each entry holds the whole cycle. The number of the entry that closes the cycle is the
 * revision that is frozen.
 *
 * @param instruments codes of the instruments; null while they follow from the mechanism
 * @param mechanism name of the standing body, in the words of its instruments, in one language; null where instruments are named
 */
record CycleBody(
        String code,
        Bilingual title,
        List<String> instruments,
        String mechanism,
        Period period,
        LocalDate opensOn,
        LocalDate dueOn,
        boolean closed) {

    static final String PLANNED = "planned";
    static final String CHANGED = "changed";
    static final String CLOSED = "closed";

    static final String NOUN = "cycle";

    String subject() {
        return NOUN + "/" + code;
    }

    CycleBody closedWith(List<String> frozen) {
        return new CycleBody(code, title, frozen, mechanism, period, opensOn, dueOn, true);
    }
}
