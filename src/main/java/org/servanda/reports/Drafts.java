package org.servanda.reports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a bundle in the making, in their order, and those parts of them that are joined when the last row is there. */
final class Drafts implements Closeable {

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

    /** Parts that are no members themselves. */
    private static final String ITEMS = "items";

    private static final String OWN_ENTRIES = "entries of rows";
    private static final String OWN_PROOFS = "proofs of rows";

    private final Map<String, Draft> all = new LinkedHashMap<>();

    /** Made when it is first asked for; a bundle has a member when something was written to it. */
    Draft member(String name) throws IOException {
        Draft draft = all.get(name);
        if (draft == null) all.put(name, draft = new Draft());
        return draft;
    }

    Draft manifest() throws IOException {
        return member(MANIFEST);
    }

    Draft note() throws IOException {
        return member(NOTE);
    }

    Draft checkpoint() throws IOException {
        return member(CHECKPOINT);
    }

    Draft keys() throws IOException {
        return member(KEYS);
    }

    Draft csv() throws IOException {
        return member(CSV);
    }

    Draft json() throws IOException {
        return member(JSON);
    }

    Draft growth() throws IOException {
        return member(GROWTH);
    }

    Draft items() throws IOException {
        return member(ITEMS);
    }

    /** Entries that many rows rest on. */
    Draft entries() throws IOException {
        return member(ENTRIES);
    }

    Draft proofs() throws IOException {
        return member(PROOFS);
    }

    Draft ownEntries() throws IOException {
        return member(OWN_ENTRIES);
    }

    Draft ownProofs() throws IOException {
        return member(OWN_PROOFS);
    }

    /** Puts the entries of the rows behind those that many rest on, which are known last and read first. */
    void join() throws IOException {
        entries().append(ownEntries());
        proofs().append(ownProofs());
    }

    /** The digests that the manifest names: of all members but itself and the note about it. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String name : ORDER)
            if (all.containsKey(name)) digests.put(name, all.get(name).sha256());
        return digests;
    }

    void pack(Archive archive) throws IOException {
        for (String name : ORDER) {
            if (!all.containsKey(name)) continue;
            try (InputStream content = all.get(name).content()) {
                archive.member(name, content);
            }
        }
        archive.end();
    }

    @Override
    public void close() throws IOException {
        for (Draft draft : all.values()) draft.close();
    }
}
