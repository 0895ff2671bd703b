package org.servanda.cycles;

import java.time.LocalDate;
import java.util.List;

import org.servanda.text.Bilingual;

/**
 * A cycle as the ledger keeps it, whole with each of its entries. The number of the entry that closes it is the revision
 * that it froze.
 *
 * @param instruments codes; null while they are those of the mechanism
 * @param mechanism as its instruments name it, in one language; null when instruments were named
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
