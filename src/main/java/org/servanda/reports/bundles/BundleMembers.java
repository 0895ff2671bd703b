package org.servanda.reports.bundles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a bundle that is being made, in their order, and the parts that are joined after the last row. */
final class BundleMembers implements Closeable {

    static final String README = "README.txt";
    static final String VERIFIER = "Verify.java";

    private static final String MANIFEST = "manifest.json";
    private static final String NOTE = "manifest.note";
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEYS = "key.pub";
    private static final String CSV = "report.csv";
    private static final String JSON = "report.json";
    private static final String ENTRIES = "entries.ndjson";
    private static final String PROOFS = "proofs.ndjson";
    private static final String GROWTH = "consistency.json";

    private static final List<String> ORDER =
            List.of(README, VERIFIER, MANIFEST, NOTE, CHECKPOINT, KEYS, CSV, JSON, ENTRIES, PROOFS, GROWTH);

    /** Parts that are not members by themselves. */
    private static final String ITEMS = "items";

    private static final String OWN_ENTRIES = "entries of rows";
    private static final String OWN_PROOFS = "proofs of rows";

    private final Map<String, BundleMember> all = new LinkedHashMap<>();

    /** Makes the member at the first call: a bundle has a member only if something was written to it. */
    BundleMember member(String name) throws IOException {
        BundleMember bundleMember = all.get(name);
        if (bundleMember == null) all.put(name, bundleMember = new BundleMember());
        return bundleMember;
    }

    BundleMember manifest() throws IOException {
        return member(MANIFEST);
    }

    BundleMember note() throws IOException {
        return member(NOTE);
    }

    BundleMember checkpoint() throws IOException {
        return member(CHECKPOINT);
    }

    BundleMember keys() throws IOException {
        return member(KEYS);
    }

    BundleMember csv() throws IOException {
        return member(CSV);
    }

    BundleMember json() throws IOException {
        return member(JSON);
    }

    BundleMember growth() throws IOException {
        return member(GROWTH);
    }

    BundleMember items() throws IOException {
        return member(ITEMS);
    }

    /** The entries that many rows share. */
    BundleMember entries() throws IOException {
        return member(ENTRIES);
    }

    BundleMember proofs() throws IOException {
        return member(PROOFS);
    }

    BundleMember ownEntries() throws IOException {
        return member(OWN_ENTRIES);
    }

    BundleMember ownProofs() throws IOException {
        return member(OWN_PROOFS);
    }

    /** Joins the entries: first those that many rows share, which are known last and read first, then those of the rows. */
    void join() throws IOException {
        entries().append(ownEntries());
        proofs().append(ownProofs());
    }

    /** The digests for the manifest: of all members except the manifest and its signed note. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String name : ORDER)
            if (all.containsKey(name)) digests.put(name, all.get(name).sha256());
        return digests;
    }

    void pack(DeterministicZip zip) throws IOException {
        for (String name : ORDER) {
            if (!all.containsKey(name)) continue;
            try (InputStream content = all.get(name).content()) {
                zip.member(name, content);
            }
        }
        zip.end();
    }

    @Override
    public void close() throws IOException {
        for (BundleMember bundleMember : all.values()) bundleMember.close();
    }
}
