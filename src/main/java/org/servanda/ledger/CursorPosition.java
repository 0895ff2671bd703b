package org.servanda.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.servanda.text.Sha256;
import org.servanda.web.CursorSigner;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * What a cursor holds: at which coordinates its list is read, and how far it was. So all pages show the register as it was
 * when the first one was read, whatever is written meanwhile.
 *
 * @param place what tells the last item shown, in the words of its list
 */
public record CursorPosition(LocalDate asOf, long revision, List<String> place) {

    private static final int COORDINATES = 3;

    /** @param address of the list: filter and order; the cursor is good for no other one */
    public String seal(CursorSigner seal, String address) {
        List<String> parts = new ArrayList<>(List.of(binding(address), asOf.toString(), "" + revision));
        parts.addAll(place);
        return seal.sign(String.join("\n", parts));
    }

    /** @throws ProblemException when the cursor is not one that this list gave out */
    public static CursorPosition read(CursorSigner seal, String cursor, String address) {
        List<String> parts = seal.verify(cursor)
                .map(text -> List.of(text.split("\n")))
                .orElseThrow(() -> invalid("was not given out by this register"));
        if (parts.size() <= COORDINATES || !parts.get(0).equals(binding(address)))
            throw invalid("belongs to another filter or order; follow next without changing either");
        return new CursorPosition(
                LocalDate.parse(parts.get(1)), Long.parseLong(parts.get(2)), parts.subList(COORDINATES, parts.size()));
    }

    /** Enough of the digest to tell apart the lists one client walks. */
    private static String binding(String address) {
        return Sha256.sha256(address).substring(0, 16);
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(
                ProblemType.INVALID_CURSOR, "The cursor " + message + ".", List.of(Fault.parameter("cursor", message)));
    }
}
