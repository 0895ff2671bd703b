package org.servanda.commitments;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.Standings.Place;
import org.servanda.text.Digest;
import org.servanda.web.CursorSeal;
import org.servanda.web.Problem.Fault;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/**
 * What a cursor holds: which list it belongs to, at which coordinates that is read, and how far it was. So all pages show
 * the register as it was when the first one was read, whatever is written meanwhile.
 */
record Mark(String binding, LocalDate asOf, long revision, Place place) {

    private static final int PARTS = 5;

    /** The mark behind the last item of a page. */
    static Mark behind(Standing last, Listing listing) {
        return new Mark(
                binding(listing.address()),
                listing.filter().at().asOf(),
                listing.filter().at().revision(),
                new Place(last.sortValue(listing.sort().key()), last.sortKey()));
    }

    /** @throws Refusal when the cursor is not one that this list gave out */
    static Mark read(CursorSeal seal, String cursor, String address) {
        String[] parts = seal.open(cursor)
                .map(text -> text.split("\n"))
                .orElseThrow(() -> invalid("was not given out by this register"));
        if (parts.length != PARTS || !parts[0].equals(binding(address)))
            throw invalid("belongs to another filter or order; follow next without changing either");
        return new Mark(parts[0], LocalDate.parse(parts[1]), Long.parseLong(parts[2]), new Place(parts[3], parts[4]));
    }

    String seal(CursorSeal seal) {
        return seal.close(String.join("\n", binding, asOf.toString(), "" + revision, place.at(), place.key()));
    }

    /** Enough of the digest to tell apart the lists one client walks. */
    private static String binding(String address) {
        return Digest.sha256(address).substring(0, 16);
    }

    private static Refusal invalid(String message) {
        return new Refusal(
                Reason.INVALID_CURSOR, "The cursor " + message + ".", List.of(Fault.parameter("cursor", message)));
    }
}
