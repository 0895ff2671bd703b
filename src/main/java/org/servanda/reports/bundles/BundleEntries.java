package org.servanda.reports.bundles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.ledger.Entries;
import org.servanda.ledger.HashedEntry;
import org.servanda.proofs.InclusionProof;
import org.servanda.proofs.Proofs;
import org.servanda.proofs.PublicEntries;

/**
 * Writes the ledger entries that the rows of a report follow from: for each row the entries about its commitment, and once for
 * all rows the entries about instruments and labels. Each entry has an inclusion proof.
 */
final class BundleEntries {

    /** The vocabularies whose labels the status report shows. */
    private static final List<String> VOCABULARIES =
            List.of("status", "schedule", "freshness", "assurance", "assessment");

    /** Entries proved in one batch: few enough for memory, many enough that a query costs little for each. */
    private static final int AT_ONCE = 200;

    private final Entries ledger;
    private final Proofs proofs;
    private final long revision;
    private final long size;
    private final BundleMembers members;

    private final Map<String, List<Long>> instruments = new HashMap<>();
    private final Set<String> areas = new TreeSet<>();

    /** Entries that are written and have no proof yet. */
    private final List<HashedEntry> unproved = new ArrayList<>();

    /** @param size number of entries of the log that the proofs are for */
    BundleEntries(Entries ledger, Proofs proofs, long revision, long size, BundleMembers members) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.revision = revision;
        this.size = size;
        this.members = members;
    }

    /** Writes the entries about the commitment of a row; returns the numbers of the entries that the row follows from. */
    Manifest.Item of(BundleRow row) throws IOException {
        areas.add(row.area());
        List<Long> numbers = new ArrayList<>(
                instruments.computeIfAbsent(row.instrument(), code -> numbers(about("instrument/" + code))));
        List<HashedEntry> own = about(CommitmentEntryKinds.subject(row.code())).stream()
                .filter(hashed -> CommitmentEntryKinds.bears(hashed.entry().kind()))
                .toList();
        write(own, members.ownEntries());
        if (unproved.size() >= AT_ONCE) prove(members.ownProofs());
        numbers.addAll(numbers(own));
        numbers.sort(null);
        return new Manifest.Item(row.code(), numbers);
    }

    /** Writes the entries that many rows share and returns their numbers. Call it after the last row. */
    List<Long> reference() throws IOException {
        prove(members.ownProofs());
        Map<Long, HashedEntry> all = new TreeMap<>();
        instruments.keySet().forEach(code -> keep(about("instrument/" + code), all));
        areas.forEach(code -> keep(last(about("area/" + code)), all));
        VOCABULARIES.forEach(code -> keep(last(about("vocabulary/" + code)), all));
        write(all.values(), members.entries());
        prove(members.proofs());
        return List.copyOf(all.keySet());
    }

    private List<HashedEntry> about(String subject) {
        return ledger.hashed(subject, revision);
    }

    private static List<HashedEntry> last(List<HashedEntry> all) {
        return all.isEmpty() ? all : List.of(all.get(all.size() - 1));
    }

    private static void keep(List<HashedEntry> some, Map<Long, HashedEntry> all) {
        some.forEach(hashed -> all.put(hashed.entry().sequence(), hashed));
    }

    private static List<Long> numbers(List<HashedEntry> logged) {
        return logged.stream().map(entry -> entry.entry().sequence()).toList();
    }

    private void write(Collection<HashedEntry> some, BundleMember into) throws IOException {
        for (HashedEntry hashed : some) {
            // All entries that a standing follows from are public. If that changes, no private entry may get into a
            // bundle.
            if (!PublicEntries.isPublic(hashed.entry()))
                throw new IllegalStateException(
                        "entry " + hashed.entry().sequence() + " is withheld, and a row rests on it");
            into.line(hashed.leaf());
            unproved.add(hashed);
        }
    }

    private void prove(BundleMember into) throws IOException {
        for (int from = 0; from < unproved.size(); from += AT_ONCE) {
            List<HashedEntry> some = unproved.subList(from, Math.min(from + AT_ONCE, unproved.size()));
            for (InclusionProof proof : proofs.inclusions(some, size)) into.line(line(proof));
        }
        unproved.clear();
    }

    /** Canonical JSON without escaping: a hash in base64 has no character that JSON escapes. */
    private static String line(InclusionProof proof) {
        return proof.hashes().stream()
                .map(hash -> '"' + hash.base64() + '"')
                .collect(Collectors.joining(",", "{\"hashes\":[", "],\"index\":" + proof.index() + "}"));
    }
}
