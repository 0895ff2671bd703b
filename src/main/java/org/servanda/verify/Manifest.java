package org.servanda.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The manifest: what the bundle says about itself. Each part is compared with what is really there.
 *
 * @param reference numbers of the entries that many rows rest on, ascending
 * @param files SHA-256 in hexadecimal, by the name of the member
 */
record Manifest(
        String report,
        String lang,
        String filter,
        String address,
        LocalDate asOf,
        Instant knownAt,
        long revision,
        List<Item> items,
        List<Long> reference,
        Map<String, String> files,
        Checkpoint checkpoint) {

    private static final String FILE = "manifest.json";
    private static final String FORMAT = "servanda-bundle/1";

    /** A row, and the numbers of the entries that it follows from. */
    record Item(String code, List<Long> entries) {}

    static Manifest read(String text) {
        JsonObject manifest = CanonicalJson.read(text, FILE);
        manifest.exactly(
                "address",
                "asOf",
                "checkpoint",
                "files",
                "filter",
                "format",
                "items",
                "knownAt",
                "lang",
                "reference",
                "report",
                "revision",
                "rows");
        manifest.require("format", FORMAT);
        manifest.require("report", "status");
        JsonObject log = manifest.object("checkpoint").exactly("origin", "root", "size");
        JsonObject files = manifest.object("files");
        Map<String, String> digests = new LinkedHashMap<>();
        for (String name : files.names()) digests.put(name, files.text(name));
        List<Item> items = items(manifest);
        if (manifest.number("rows") != items.size())
            throw new RefusedException(
                    FILE + " rows", "says " + manifest.number("rows") + ", there are " + items.size() + " items");
        if (!Set.of("zh", "en").contains(manifest.text("lang")))
            throw new RefusedException(FILE + " lang", "must be zh or en");
        return new Manifest(
                manifest.text("report"),
                manifest.text("lang"),
                manifest.text("filter"),
                manifest.text("address"),
                manifest.day("asOf"),
                manifest.moment("knownAt"),
                manifest.number("revision"),
                items,
                manifest.ascending("reference"),
                digests,
                new Checkpoint(log.text("origin"), log.number("size"), log.text("root")));
    }

    private static List<Item> items(JsonObject manifest) {
        List<Item> items = new ArrayList<>();
        for (Object value : manifest.list("items")) {
            JsonObject item =
                    JsonObject.of(value, FILE + " item " + (items.size() + 1)).exactly("code", "entries");
            items.add(new Item(item.text("code"), item.ascending("entries")));
        }
        return items;
    }

    void requireFiles(List<String> names) {
        Set<String> members = new TreeSet<>(names);
        members.removeAll(Set.of(FILE, "manifest.note"));
        if (!files.keySet().equals(members))
            throw new RefusedException(FILE + " files", "names " + files.keySet() + ", in the bundle are " + members);
    }

    void requireCheckpoint(Checkpoint signed) {
        if (!checkpoint.equals(signed))
            throw new RefusedException(
                    FILE + " checkpoint", "says " + checkpoint + ", the file checkpoint says " + signed);
        if (revision > checkpoint.size())
            throw new RefusedException(
                    FILE + " revision",
                    "is " + revision + ", more than the " + checkpoint.size() + " entries of the log");
    }

    /** Requires that the signed text is the one that follows from the manifest, line by line. */
    void requireNote(SignedNote note, String text) {
        List<String> expected = List.of(
                FORMAT + " manifest",
                "sha256 " + Sha256.hex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8))),
                "report " + report,
                "asOf " + asOf,
                "knownAt " + knownAt,
                "revision " + revision,
                "log " + checkpoint.origin(),
                "size " + checkpoint.size(),
                "root " + checkpoint.root());
        List<String> lines = List.of(note.text().split("\n", -1));
        for (int i = 0; i < expected.size(); i++)
            if (i >= lines.size() || !lines.get(i).equals(expected.get(i)))
                throw new RefusedException(note.place() + " line " + (i + 1), "must be: " + expected.get(i));
        if (lines.size() != expected.size() + 1 || !lines.get(expected.size()).isEmpty())
            throw new RefusedException(note.place() + " line " + (expected.size() + 1), "must be empty");
    }
}
