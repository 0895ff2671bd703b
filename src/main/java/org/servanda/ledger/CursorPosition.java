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
 * The content of a page cursor: the read point of the list and the last item shown. All pages show the register as it
 * was when the first page was read, whatever is written meanwhile.
 *
 * @param itemKey the sort values that identify the last item shown, as its list writes them
 */
public record CursorPosition(LocalDate asOf, long revision, List<String> itemKey) {

    private static final int FIXED_PARTS = 3;

    /** @param address filter and order of the list; the cursor is valid for no other list */
    public String toCursor(CursorSigner signer, String address) {
        List<String> parts = new ArrayList<>(List.of(binding(address), asOf.toString(), "" + revision));
        parts.addAll(itemKey);
        return signer.sign(String.join("\n", parts));
    }

    /** @throws ProblemException when the cursor was not issued for this list */
    public static CursorPosition read(CursorSigner signer, String cursor, String address) {
        List<String> parts = signer.verify(cursor)
                .map(text -> List.of(text.split("\n")))
                .orElseThrow(() -> invalid("was not given out by this register"));
        if (parts.size() <= FIXED_PARTS || !parts.get(0).equals(binding(address)))
            throw invalid("belongs to another filter or order; follow next without changing either");
        return new CursorPosition(
                LocalDate.parse(parts.get(1)), Long.parseLong(parts.get(2)), parts.subList(FIXED_PARTS, parts.size()));
    }

    /** A part of the digest, long enough to tell apart the lists that one client reads. */
    private static String binding(String address) {
        return Sha256.sha256(address).substring(0, 16);
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(
                ProblemType.INVALID_CURSOR, "The cursor " + message + ".", List.of(Fault.parameter("cursor", message)));
    }
}
