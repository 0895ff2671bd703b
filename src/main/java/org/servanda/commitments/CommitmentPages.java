package org.servanda.commitments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitments.Place;
import org.servanda.ledger.Register;
import org.servanda.ledger.Registers;
import org.servanda.text.Digest;
import org.servanda.time.Calendar;
import org.servanda.web.CursorSeal;
import org.servanda.web.Problem.Fault;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/** Reads commitments with their links, one or a page of them; always in the same number of statements. */
@ApplicationScoped
class CommitmentPages {

    private final Commitments commitments;
    private final Links links;
    private final Tallies tallies;
    private final Registers registers;
    private final Calendar calendar;

    CommitmentPages(Commitments commitments, Links links, Tallies tallies, Registers registers, Calendar calendar) {
        this.commitments = commitments;
        this.links = links;
        this.tallies = tallies;
        this.registers = registers;
        this.calendar = calendar;
    }

    CommitmentPage page(Listing listing) {
        Register register = registers.current();
        CursorSeal seal = new CursorSeal(register.cursorKey());
        Optional<Place> after =
                Optional.ofNullable(listing.cursor()).map(cursor -> place(seal, cursor, listing.address()));
        List<Commitment> found = commitments.page(listing.filter(), listing.sort(), after, listing.limit() + 1);
        boolean more = found.size() > listing.limit();
        List<Commitment> shown = more ? found.subList(0, listing.limit()) : found;
        String next = more ? cursor(seal, shown.get(shown.size() - 1), listing) : null;
        return new CommitmentPage(
                views(shown, listing),
                next,
                listing.count() ? count(listing.filter()) : null,
                listing.filter().today(),
                register.changedAt(),
                register.revision());
    }

    CommitmentView one(String code) {
        registers.current();
        Commitment commitment = commitments.byCode(code);
        return commitment.view(links(code), calendar.today());
    }

    /** The links of a commitment that exists. */
    List<LinkView> linksOf(String code) {
        registers.current();
        commitments.byCode(code);
        return links(code);
    }

    long count(CommitmentFilter filter) {
        return tallies.count(filter).orElseGet(() -> commitments.count(filter));
    }

    private List<LinkView> links(String code) {
        return links.of(List.of(code)).getOrDefault(code, List.of());
    }

    private List<CommitmentView> views(List<Commitment> shown, Listing listing) {
        Map<String, List<LinkView>> linked =
                links.of(shown.stream().map(Commitment::code).toList());
        return shown.stream()
                .map(commitment -> commitment.view(
                        linked.getOrDefault(commitment.code(), List.of()),
                        listing.filter().today()))
                .toList();
    }

    private static String cursor(CursorSeal seal, Commitment last, Listing listing) {
        return seal.close(String.join(
                "\n", binding(listing.address()), last.sortValue(listing.sort().key()), last.sortKey()));
    }

    private static Place place(CursorSeal seal, String cursor, String address) {
        String[] parts = seal.open(cursor)
                .map(text -> text.split("\n"))
                .orElseThrow(() -> invalid("was not given out by this register"));
        if (parts.length != 3 || !parts[0].equals(binding(address)))
            throw invalid("belongs to another filter or order; follow next without changing either");
        return new Place(parts[1], parts[2]);
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
