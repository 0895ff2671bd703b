import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Checks a bundle of a Servanda register, offline, with a JDK (17 or later) and nothing else:
 *
 * <pre>java Verify.java bundle.zip [--key pinned.pub] [--since old-checkpoint]</pre>
 *
 * <p>It believes nothing that the bundle says of itself. It reads the entries of the ledger that are in the bundle, proves
 * that each is in the log whose checkpoint is signed, works out from them where every commitment stood, and compares that
 * with each cell of the report. At the first thing that does not hold it names the place and ends with 1; with 0 it says
 * what it proved, whose key that rests on, and what no bundle can prove. With 2 it has checked nothing: it was asked wrongly,
 * or a file that it was given cannot be used, and it names that file.
 *
 * <p>How to read it: {@link #verify} is the table of contents. {@link Zip}, {@link Json}, {@link Csv} read files, strictly.
 * {@link Note}, {@link Key}, {@link Tree} are signatures and hashes (C2SP signed-note and tlog-checkpoint, RFC 6962).
 * {@link Replay} holds the rules by which a commitment's standing follows from what was recorded, under their numbers in
 * docs/rules.md of the register's program; {@link Row} is what the report says of it. The format is described in
 * docs/bundle.md.
 */
public final class Verify {

    static final String USAGE = "usage: java Verify.java bundle.zip [--key pinned.pub] [--since old-checkpoint]\n"
            + "ends with 0 when the bundle holds, 1 when it does not, 2 when it was not checked: asked wrongly, or a"
            + " file cannot be used";

    private static final int HOLDS = 0;
    private static final int REFUSED = 1;
    private static final int NOT_CHECKED = 2;

    /** Where something does not hold, and what was expected there. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String place;

        Refused(String place, String why) {
            super(why);
            this.place = place;
        }
    }

    /** A file that cannot be used, so that nothing was found out about the bundle. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String file;

        Unusable(String file, String why) {
            super(why);
            this.file = file;
        }

        static Unusable because(String file, Exception e) {
            if (e instanceof NoSuchFileException) return new Unusable(file, "there is no such file");
            if (e instanceof AccessDeniedException) return new Unusable(file, "you may not read it");
            if (e instanceof CharacterCodingException) return new Unusable(file, "is not UTF-8");
            return new Unusable(file, "cannot be read: " + e);
        }
    }

    /** What was asked for; {@code key} and {@code since} are null when left out. */
    record Options(String bundle, String key, String since) {

        static Options of(List<String> args) {
            Map<String, String> named = new HashMap<>();
            List<String> files = new ArrayList<>();
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                if (!arg.startsWith("--")) files.add(arg);
                else if (!Set.of("--key", "--since").contains(arg))
                    throw new IllegalArgumentException("no option " + arg);
                else if (i + 1 == args.size()) throw new IllegalArgumentException(arg + " needs a value");
                else if (named.put(arg, args.get(++i)) != null)
                    throw new IllegalArgumentException(arg + " is given twice");
            }
            if (files.size() != 1) throw new IllegalArgumentException("exactly one bundle is checked at a time");
            return new Options(files.get(0), named.get("--key"), named.get("--since"));
        }
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int result = run(List.of(args), out);
        out.flush();
        System.exit(result);
    }

    /** @return 0 when everything holds, 1 when something does not, 2 when nothing was checked */
    static int run(List<String> args, PrintStream out) {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return NOT_CHECKED;
        }
        try {
            check(options).forEach(out::println);
            return HOLDS;
        } catch (Unusable e) {
            out.println("NOT CHECKED. This says nothing about the bundle.");
            out.println("  file:  " + e.file);
            out.println("  why:   " + e.getMessage());
            return NOT_CHECKED;
        } catch (Refused e) {
            return refuse(out, e.place, e.getMessage());
        } catch (RuntimeException e) {
            // Whatever cannot be understood is not proved.
            return refuse(out, options.bundle(), "cannot be understood: " + e);
        }
    }

    /** The other files come first, so that a mistake in them is not taken for one in the bundle. */
    private static List<String> check(Options options) {
        Pinned pinned = options.key() == null ? null : Pinned.of(options.key());
        Old old = options.since() == null ? null : Old.of(options.since());
        try (Zip zip = new Zip(bundle(options.bundle()))) {
            return new Verify(zip, pinned, old).verify();
        } catch (EOFException e) {
            throw new Refused(options.bundle(), "ends too early");
        } catch (IOException e) {
            throw Unusable.because(options.bundle(), e);
        }
    }

    /** A file that is a zip, or was one before it was altered: it begins or ends as one. */
    private static Path bundle(String name) throws IOException {
        Path path = path(name);
        if (Files.isDirectory(path)) throw new Unusable(name, "is a folder");
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (file.size() == 0) throw new Unusable(name, "is empty");
            if (!Zip.begins(file) && !Zip.ends(file)) throw new Unusable(name, "is no zip");
        }
        return path;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Unusable.because(name, e);
        }
    }

    /** A file that was given beside the bundle. */
    private static String read(String name) {
        Path path = path(name);
        if (Files.isDirectory(path)) throw new Unusable(name, "is a folder");
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw Unusable.because(name, e);
        }
    }

    private static int refuse(PrintStream out, String place, String why) {
        out.println("REFUSED. This bundle does not hold; rely on nothing in it.");
        out.println("  where: " + place);
        out.println("  why:   " + why);
        return REFUSED;
    }

    private final Zip zip;
    private final Pinned pinned;
    private final Old old;
    private final List<String> proved = new ArrayList<>();
    private final List<String> notProved = new ArrayList<>();

    /** @param pinned null when no key was given; likewise {@code old} */
    private Verify(Zip zip, Pinned pinned, Old old) {
        this.zip = zip;
        this.pinned = pinned;
        this.old = old;
    }

    /** @return in words what was proved, whose word that rests on, and what was not proved */
    private List<String> verify() throws IOException {
        String manifestText = zip.text("manifest.json");
        Manifest manifest = Manifest.read(manifestText);
        manifest.requireFiles(zip.names());
        for (String name : List.of("README.txt", "Verify.java")) zip.requireDigest(name, manifest);
        Note checkpointNote = Note.parse(zip.text("checkpoint", manifest), "checkpoint");
        Checkpoint checkpoint = Checkpoint.of(checkpointNote);
        manifest.requireCheckpoint(checkpoint);
        Note manifestNote = Note.parse(zip.text("manifest.note"), "manifest.note");
        manifest.requireNote(manifestNote, manifestText);
        Trust trust = Trust.of(pinned, zip.text("key.pub", manifest), List.of(checkpointNote, manifestNote));
        requireGrowth(manifest, checkpoint, trust);
        Report report = new Report(zip, manifest, checkpoint);
        report.require();
        return words(manifest, checkpoint, trust, report);
    }

    /** What came after an older checkpoint must have been added behind it, so that nothing known then was changed. */
    private void requireGrowth(Manifest manifest, Checkpoint checkpoint, Trust trust) throws IOException {
        String place = "consistency.json";
        Growth offered = null;
        if (zip.names().contains(place)) {
            offered = Growth.read(zip.text(place, manifest));
            offered.require(checkpoint);
        }
        if (old == null) {
            notProved.add(
                    "That the log of this bundle is the one you saw before: give --since with a checkpoint that you"
                            + " kept.");
            return;
        }
        Checkpoint former = old.checkpoint();
        if (!former.origin().equals(checkpoint.origin()))
            throw new Unusable(
                    old.file(),
                    "is a checkpoint of the log " + former.origin() + ", and the bundle is of the log "
                            + checkpoint.origin());
        trust.requireKept(old.note());
        if (former.size() > checkpoint.size())
            throw new Refused(
                    "checkpoint line 2",
                    "the log has " + checkpoint.size() + " entries, and had " + former.size() + " before: it was cut");
        if (former.size() == checkpoint.size()) {
            if (!former.root().equals(checkpoint.root()))
                throw new Refused("checkpoint line 3", "has another root than " + old.file() + " of the same size");
        } else if (former.size() > 0) {
            if (offered == null || offered.from() != former.size())
                throw new Refused(
                        place,
                        "does not prove growth from " + former.size() + " entries; ask for the bundle with since="
                                + former.size());
            if (!offered.fromRoot().equals(former.root()))
                throw new Refused(
                        place + " fromRoot", "is another root than that of " + old.file() + ": history was changed");
        }
        proved.add("The log only grew, from the " + former.size() + " entries of " + old.file() + " to "
                + checkpoint.size() + ": nothing that was recorded then has been changed or taken out.");
    }

    private List<String> words(Manifest manifest, Checkpoint checkpoint, Trust trust, Report report) {
        List<String> words = new ArrayList<>();
        words.add("This bundle holds.");
        words.add("");
        words.add("  report    " + manifest.report() + ", labels in " + manifest.lang() + ", "
                + (manifest.filter().isEmpty() ? "without a filter" : "filter " + manifest.filter()));
        words.add("  address   " + manifest.address());
        words.add("  as of     " + manifest.asOf());
        words.add("  known at  " + manifest.knownAt() + ", revision " + manifest.revision());
        words.add("  holds     " + manifest.items().size() + " rows, " + report.entries + " entries");
        words.add("  log       " + checkpoint.origin() + ", " + checkpoint.size() + " entries, root "
                + checkpoint.root());
        words.add("");
        words.add("PROVED");
        proved.add(
                0,
                "report.csv and report.json say the same, cell by cell, in "
                        + manifest.items().size() + " rows.");
        proved.add(
                1,
                "Each row follows from the entries in this bundle: status, dates, owner, time frame, schedule, freshness,"
                        + " assurance, assessment, last report, evidence, labels and origin were worked out anew by replay.");
        proved.add(2, "Each row meets the filter" + (report.searched ? ", but for its words searched for (q)." : "."));
        proved.add(
                3, "Each of the " + report.entries + " entries is, to the byte, in the log that the checkpoint names.");
        for (String each : proved) words.add("  - " + each);
        words.add("");
        words.add("TRUST: " + trust.mode());
        for (String each : trust.words()) words.add("  " + each);
        words.add("");
        words.add("NOT PROVED, and no bundle can prove it");
        if (report.searched) notProved.add("That each row holds the words that were searched for (q).");
        notProved.add("That no other commitment met the filter: a bundle shows what is in it, not what is not.");
        notProved.add("That nothing else was recorded about these commitments: whoever holds the whole log"
                + " (GET /api/v1/log/entries) can check that, since every entry has its number.");
        notProved.add("What stands in entries that are not public: reports that wait or were sent back, keys, files.");
        notProved.add("That the register shows everyone the same history: compare the checkpoint above with one that"
                + " someone else was given.");
        notProved.add(
                "That what was reported is true. It proves who recorded what, when, and that it was not changed since.");
        for (String each : notProved) words.add("  - " + each);
        return words;
    }

    /** What the bundle says it is. Everything in it is compared with what is really there. */
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

        static final String PLACE = "manifest.json";
        static final String FORMAT = "servanda-bundle/1";

        /** A row, and the entries that it follows from. */
        record Item(String code, List<Long> entries) {}

        static Manifest read(String text) {
            Fields fields = Json.canonical(text, PLACE);
            fields.exactly(
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
            fields.require("format", FORMAT);
            fields.require("report", "status");
            Fields log = fields.object("checkpoint").exactly("origin", "root", "size");
            Fields files = fields.object("files");
            Map<String, String> digests = new LinkedHashMap<>();
            for (String name : files.names()) digests.put(name, files.text(name));
            List<Item> items = new ArrayList<>();
            List<?> all = fields.list("items");
            for (Object each : all) {
                Fields item =
                        Fields.of(each, PLACE + " item " + (items.size() + 1)).exactly("code", "entries");
                items.add(new Item(item.text("code"), item.ascending("entries")));
            }
            if (fields.number("rows") != items.size())
                throw new Refused(
                        PLACE + " rows", "says " + fields.number("rows") + ", there are " + items.size() + " items");
            if (!Set.of("zh", "en").contains(fields.text("lang")))
                throw new Refused(PLACE + " lang", "must be zh or en");
            return new Manifest(
                    fields.text("report"),
                    fields.text("lang"),
                    fields.text("filter"),
                    fields.text("address"),
                    fields.day("asOf"),
                    fields.moment("knownAt"),
                    fields.number("revision"),
                    items,
                    fields.ascending("reference"),
                    digests,
                    new Checkpoint(log.text("origin"), log.number("size"), log.text("root")));
        }

        void requireFiles(List<String> names) {
            Set<String> listed = new TreeSet<>(names);
            listed.removeAll(Set.of(PLACE, "manifest.note"));
            if (!files.keySet().equals(listed))
                throw new Refused(PLACE + " files", "names " + files.keySet() + ", in the bundle are " + listed);
        }

        void requireCheckpoint(Checkpoint given) {
            if (!checkpoint.equals(given))
                throw new Refused(PLACE + " checkpoint", "says " + checkpoint + ", the file checkpoint says " + given);
            if (revision > checkpoint.size())
                throw new Refused(
                        PLACE + " revision",
                        "is " + revision + ", more than the " + checkpoint.size() + " entries of the log");
        }

        /** The signed text must be the one that follows from the manifest, line by line. */
        void requireNote(Note note, String text) {
            List<String> expected = List.of(
                    FORMAT + " manifest",
                    "sha256 " + hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8))),
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
                    throw new Refused(note.place() + " line " + (i + 1), "must be: " + expected.get(i));
            if (lines.size() != expected.size() + 1
                    || !lines.get(expected.size()).isEmpty())
                throw new Refused(note.place() + " line " + (expected.size() + 1), "must be empty");
        }
    }

    /**
     * Walks rows, entries and proofs side by side, so that memory does not grow with the bundle: of each commitment the
     * entries are read, proved, replayed and compared with its row, and then forgotten.
     */
    static final class Report {

        private final Zip zip;
        private final Manifest manifest;
        private final Checkpoint checkpoint;
        private final Labels labels;
        private final Filter filter;
        private final Map<String, List<Fact>> instruments = new HashMap<>();

        private Lines entryLines;
        private Lines proofLines;

        long entries;
        final boolean searched;

        Report(Zip zip, Manifest manifest, Checkpoint checkpoint) {
            this.zip = zip;
            this.manifest = manifest;
            this.checkpoint = checkpoint;
            labels = new Labels(manifest.lang());
            filter = Filter.of(manifest.filter());
            searched = filter.searches();
        }

        void require() throws IOException {
            try (Zip.Content entryBytes = zip.open("entries.ndjson");
                    Zip.Content proofBytes = zip.open("proofs.ndjson");
                    Zip.Content csvBytes = zip.open("report.csv");
                    Zip.Content jsonBytes = zip.open("report.json")) {
                entryLines = new Lines(entryBytes);
                proofLines = new Lines(proofBytes);
                Csv csv = new Csv(csvBytes);
                JsonRows json = new JsonRows(jsonBytes, manifest);
                csv.requireHeader(Row.COLUMNS);
                readReference();
                Set<Long> shared = new HashSet<>(manifest.reference());
                Row.Place last = null;
                for (int i = 0; i < manifest.items().size(); i++) {
                    Row row = row(i, shared);
                    row.requireBehind(last);
                    last = row.place();
                    csv.requireRow(row);
                    json.requireRow(row);
                }
                csv.requireEnd(manifest.items().size());
                json.requireEnd(manifest.items().size());
                entryLines.requireEnd();
                proofLines.requireEnd();
                for (Zip.Content each : List.of(entryBytes, proofBytes, csvBytes, jsonBytes))
                    each.requireDigest(manifest);
            }
        }

        /** What many rows rest on comes first: instruments, and what words are called. */
        private void readReference() throws IOException {
            for (long number : manifest.reference()) {
                Entry entry = nextEntry(number);
                String noun = entry.noun();
                switch (noun) {
                    case "instrument" ->
                        instruments
                                .computeIfAbsent(entry.code(), none -> new ArrayList<>())
                                .add(Fact.of(entry));
                    case "area", "vocabulary" -> labels.learn(entry);
                    default ->
                        throw new Refused(entry.place() + " subject", "is of no kind that many rows rest on: " + noun);
                }
            }
        }

        private Row row(int index, Set<Long> shared) throws IOException {
            Manifest.Item item = manifest.items().get(index);
            String place = "row " + (index + 1) + " (" + item.code() + ")";
            List<Fact> facts = new ArrayList<>();
            for (long number : item.entries()) {
                if (shared.contains(number)) continue;
                Entry entry = nextEntry(number);
                if (!entry.subject().equals("commitment/" + item.code()))
                    throw new Refused(
                            entry.place() + " subject",
                            "is " + entry.subject() + ", expected commitment/" + item.code());
                facts.add(Fact.of(entry));
            }
            List<Fact> source = source(facts, item.code(), place);
            List<Long> named = new ArrayList<>(item.entries());
            named.removeIf(number -> !shared.contains(number));
            List<Long> known = source.stream().map(Fact::entry).toList();
            if (!named.equals(known))
                throw new Refused(
                        "manifest.json item " + (index + 1),
                        "names entries " + named + " of its instrument, in the bundle are " + known);
            facts.addAll(source);
            facts.sort(Comparator.comparing(Fact::entry));
            requireOrder(facts);
            requireNamed(facts);
            try {
                return replayed(new Replay(facts), item.code(), place);
            } catch (Refused e) {
                throw e.place.equals(place) ? e : new Refused(place + ", " + e.place, e.getMessage());
            }
        }

        private Row replayed(Replay replay, String code, String place) {
            Replay.Standing standing = replay.on(manifest.asOf());
            if (standing == null)
                throw new Refused(place, "by its entries there was no such commitment on " + manifest.asOf());
            Row row = Row.of(standing, replay.origin(manifest.asOf()), manifest.asOf(), labels, place);
            if (!row.text("code").equals(code)) throw new Refused(place, "by its entries it is " + row.text("code"));
            filter.require(row, standing, place);
            return row;
        }

        private List<Fact> source(List<Fact> facts, String code, String place) {
            String instrument = null;
            for (Fact fact : facts) {
                if (!fact.reads()) continue;
                String its = fact.body().text("instrument");
                if (instrument != null && !instrument.equals(its))
                    throw new Refused(place, "its entries put it into two instruments, " + instrument + " and " + its);
                instrument = its;
            }
            if (instrument == null) throw new Refused(place, "no entry in the bundle says what " + code + " promises");
            if (!instruments.containsKey(instrument))
                throw new Refused(place, "no entry in the bundle is about its instrument " + instrument);
            return instruments.get(instrument);
        }

        /** Recorded times never run back. */
        private static void requireOrder(List<Fact> facts) {
            for (int i = 1; i < facts.size(); i++)
                if (!facts.get(i - 1).at().isBefore(facts.get(i).at()))
                    throw new Refused(
                            facts.get(i).body().place(),
                            "was recorded at " + facts.get(i).at() + ", not after entry "
                                    + facts.get(i - 1).entry());
        }

        /** What is put right or backed must be there: else it may have been left out with all that it says. */
        private static void requireNamed(List<Fact> facts) {
            Set<String> known = new HashSet<>();
            for (Fact fact : facts) {
                for (String field : List.of("corrects", "backs")) {
                    String named =
                            Fact.DATED.contains(fact.kind()) ? fact.body().textOr(field) : null;
                    if (named != null && !known.contains(named))
                        throw new Refused(
                                fact.body().place() + " " + field,
                                "names " + named + ", of which there is no entry before");
                }
                if (fact.body().has("id")) known.add(fact.id());
            }
        }

        /** The next entry, proved to be in the log under its number. */
        private Entry nextEntry(long number) throws IOException {
            String line = entryLines.next();
            if (line == null) throw new Refused(entryLines.place(), "is missing: entry " + number + " is expected");
            String place = entryLines.place();
            Entry entry = Entry.read(line, place);
            if (entry.number() != number)
                throw new Refused(place, "is entry " + entry.number() + ", expected is entry " + number);
            if (number > manifest.revision())
                throw new Refused(place, "entry " + number + " was recorded after revision " + manifest.revision());
            boolean last = number == manifest.revision();
            if (last ? !entry.at().equals(manifest.knownAt()) : entry.at().isAfter(manifest.knownAt()))
                throw new Refused(
                        entry.place() + " recordedAt",
                        "is " + entry.at() + ", which does not fit knownAt " + manifest.knownAt());
            requireIncluded(number, line);
            entries++;
            return entry;
        }

        private void requireIncluded(long number, String line) throws IOException {
            String proof = proofLines.next();
            if (proof == null)
                throw new Refused(proofLines.place(), "is missing: the proof of entry " + number + " is expected");
            String place = proofLines.place() + " (entry " + number + ")";
            Fields fields = Json.canonical(proof, place).exactly("hashes", "index");
            if (fields.number("index") != number - 1)
                throw new Refused(place + " index", "is " + fields.number("index") + ", expected " + (number - 1));
            byte[] leaf = Tree.leaf(line.getBytes(StandardCharsets.UTF_8));
            String root = Tree.rootOver(leaf, number - 1, checkpoint.size(), fields.hashes("hashes"), place);
            if (!root.equals(checkpoint.root()))
                throw new Refused(
                        entryLines.place() + " (entry " + number + ")",
                        "is not in the log: its proof leads to the root " + root + ", expected " + checkpoint.root());
        }
    }

    /** An entry of the ledger. Its line is the text whose hash is in the log. */
    record Entry(long number, Instant at, String subject, String kind, LocalDate on, Fields body, String place) {

        static Entry read(String line, String place) {
            Fields fields = Json.canonical(line, place);
            fields.exactlyOr(
                    Set.of("effectiveOn", "reason"),
                    "actor",
                    "body",
                    "kind",
                    "recordedAt",
                    "salt",
                    "sequence",
                    "subject");
            String where = place + " (entry " + fields.number("sequence") + ")";
            fields = new Fields(fields.values(), where);
            fields.text("actor");
            fields.textOr("reason");
            requireSalt(fields.text("salt"), where);
            return new Entry(
                    fields.number("sequence"),
                    fields.moment("recordedAt"),
                    fields.text("subject"),
                    fields.text("kind"),
                    fields.dayOr("effectiveOn"),
                    Json.canonical(fields.text("body"), where + " body"),
                    where);
        }

        /** What makes the hash of an entry that is not public tell nothing about it; it says nothing itself. */
        private static void requireSalt(String salt, String where) {
            if (!salt.matches("[0-9a-f]{32}"))
                throw new Refused(where + " salt", "must be 32 hexadecimal digits, 128 bits of chance");
        }

        String noun() {
            return subject.substring(0, Math.max(0, subject.indexOf('/')));
        }

        String code() {
            return subject.substring(subject.indexOf('/') + 1);
        }
    }

    /** What areas and words are called: the last entry about each counts. */
    static final class Labels {

        private final String lang;
        private final Map<String, Fields> areas = new HashMap<>();
        private final Map<String, Map<String, Fields>> words = new HashMap<>();

        Labels(String lang) {
            this.lang = lang;
        }

        void learn(Entry entry) {
            Fields view = entry.body().object("view");
            if (entry.noun().equals("area")) {
                areas.put(entry.code(), view.object("label"));
                return;
            }
            Map<String, Fields> list = new HashMap<>();
            for (Object each : view.list("values")) {
                Fields word = Fields.of(each, entry.place() + " body values");
                list.put(word.text("code"), word.object("label"));
            }
            words.put(entry.code(), list);
        }

        String area(String code) {
            return in(areas.get(code), code);
        }

        String word(String vocabulary, String word) {
            return in(words.getOrDefault(vocabulary, Map.of()).get(word), word);
        }

        /** In the language of the report, else in the other one; what has no label is called by its code. */
        private String in(Fields label, String code) {
            if (label == null) return code;
            String first = label.textOr(lang);
            String second = label.textOr(lang.equals("zh") ? "en" : "zh");
            return first != null ? first : second != null ? second : code;
        }
    }

    /** The filter that was asked for: alternatives by name, all of which a row must meet. */
    record Filter(Map<String, List<String>> wanted) {

        private static final Set<String> KNOWN = Set.of(
                "instrument",
                "primaryArea",
                "area",
                "owner",
                "party",
                "reporter",
                "partyStatus",
                "status",
                "kind",
                "obligation",
                "assurance",
                "assessment",
                "schedule",
                "freshness",
                "updatedSince",
                "sinceRevision",
                "q");

        static Filter of(String query) {
            Map<String, List<String>> wanted = new LinkedHashMap<>();
            for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                if (!KNOWN.contains(name)) throw new Refused("manifest.json filter", "is not known: " + part);
                List<String> values = new ArrayList<>();
                // A comma within a value is written as %2C.
                for (String value : part.substring(equals + 1).split(","))
                    values.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
                if (wanted.put(name, values) != null)
                    throw new Refused("manifest.json filter", "names " + name + " twice");
            }
            return new Filter(wanted);
        }

        boolean searches() {
            return wanted.containsKey("q");
        }

        void require(Row row, Replay.Standing standing, String place) {
            wanted.forEach((name, values) -> {
                if (!meets(name, values, row, standing))
                    throw new Refused(place, "does not meet the filter " + name + "=" + String.join(",", values));
            });
        }

        private boolean meets(String name, List<String> values, Row row, Replay.Standing standing) {
            return switch (name) {
                case "q" -> true;
                case "updatedSince" -> !row.recordedAt().isBefore(Instant.parse(values.get(0)));
                case "sinceRevision" -> row.entry() > Long.parseLong(values.get(0));
                case "primaryArea" -> values.contains(row.text("area"));
                case "area" -> values.contains(row.text("area")) || meet(values, row.texts("otherAreas"));
                case "party" -> meet(values, row.texts("parties"));
                case "reporter" -> meet(values, standing.reporters());
                case "owner" ->
                    meet(values, row.texts("ownerStatedParties"))
                            || values.contains(row.text("ownerAssigned"))
                            || values.contains(row.text("ownerStated"))
                                    && !(row.text("ownerStated").equals("not_stated")
                                            && row.text("ownerAssigned") != null);
                case "partyStatus" ->
                    row.texts("parties").stream()
                            .filter(party ->
                                    wanted.getOrDefault("party", List.of(party)).contains(party))
                            .anyMatch(party -> values.contains(standing.of(party)));
                default -> values.contains(row.text(name));
            };
        }

        private static boolean meet(Collection<String> wanted, Collection<String> its) {
            return its.stream().anyMatch(wanted::contains);
        }
    }

    /**
     * What an entry says that bears on where a commitment stands.
     *
     * @param on the day in the world that it speaks of; null for the reading of a text and for instruments
     */
    record Fact(long entry, Instant at, String kind, LocalDate on, Fields body) {

        private static final Set<String> DATED = Set.of("edited", "accepted", "assessed", "evidence", "milestone");

        static Fact of(Entry entry) {
            String kind = entry.noun().equals("instrument") ? "instrument" : entry.kind();
            boolean reads = kind.equals("recorded") || kind.equals("corrected");
            if (!kind.equals("instrument") && !reads && !DATED.contains(kind))
                throw new Refused(entry.place() + " kind", "bears on no standing: " + kind);
            if (DATED.contains(kind) && entry.on() == null)
                throw new Refused(entry.place() + " effectiveOn", "is missing");
            Fields body = kind.equals("instrument") ? entry.body().object("view") : entry.body();
            return new Fact(entry.number(), entry.at(), kind, DATED.contains(kind) ? entry.on() : null, body);
        }

        /** Whether it says what the text promises. */
        boolean reads() {
            return kind.equals("recorded") || kind.equals("corrected");
        }

        String id() {
            return body.text("id");
        }

        /** The id of the report or assessment in whose place it stands; null when there is none. */
        String corrects() {
            return body.textOr("corrects");
        }

        /** The id of the report that it backs; null when there is none. */
        String backs() {
            return body.textOr("backs");
        }

        boolean clears(String field) {
            return body.textsOr("cleared").contains(field);
        }

        /** How many items of evidence a report, an assessment or a milestone brings. */
        int items() {
            return body.listOr("evidence").size();
        }

        boolean isBy(LocalDate day) {
            return !on.isAfter(day);
        }
    }

    /**
     * Works out where a commitment stood on a day, from what was recorded about it and its instrument.
     *
     * <p>The rules are those of docs/rules.md in the register's program. Each rule that a row follows from stands here once,
     * in a comment with its number:
     *
     * <ul>
     *   <li>1, two times: {@link Replay}, {@link Known};
     *   <li>2 and 3, which reports count and for whom they speak: {@link Known};
     *   <li>4, the whole and the parties: {@link Known#decision}, {@link Decision}, {@link Standing};
     *   <li>5, since, percent, successor: {@link Known#since}, {@link Percent}, {@link Decision};
     *   <li>6, assessments: {@link Replay#judged}, {@link Known#assurance};
     *   <li>7, evidence: {@link Known#evidence};
     *   <li>8 and 9, freshness and schedule: {@link Known#due}, {@link #freshness}, {@link #schedule};
     *   <li>10, edits: {@link Edits}.
     * </ul>
     *
     * <p>Not here are the rules by which the register takes in or refuses what is sent to it (they have been applied when an
     * entry was made), and those of its other pages: queue, coverage, milestones by themselves, history, changes.
     */
    static final class Replay {

        private static final String LEAD = "lead";
        private static final String ALL = "all";
        private static final String ANY = "any";

        /** From the least far to the furthest; those who gave it up are not among them. */
        private static final List<String> ORDER =
                List.of("suspended", "declared", "exploring", "preparing", "in_progress", "operational", "completed");

        private static final String CANCELLED = "cancelled";
        private static final String SUPERSEDED = "superseded";
        private static final List<String> CLOSED = List.of("completed", CANCELLED, SUPERSEDED);
        private static final List<String> UNDER_WAY = List.of("in_progress", "operational");

        /** What a standing rests on without a finding, from the weakest to the strongest. */
        private static final String STATED_IN_TEXT = "stated_in_text";

        private static final String SELF_REPORTED = "self_reported";
        private static final String EVIDENCED = "evidenced";
        private static final List<String> LEVELS = List.of(STATED_IN_TEXT, SELF_REPORTED, EVIDENCED);

        private static final int WARNING_DAYS = 90;
        private static final int GRACE_DAYS = 30;
        private static final int REPORTING_INTERVAL_DAYS = 90;

        private final List<Fact> facts;

        /** What was known after so many of the facts. */
        private final Map<Integer, Known> known = new HashMap<>();

        /** What each assessment judged, by its entry. */
        private final Map<Long, Judged> judged = new HashMap<>();

        /** @param facts in the order of their recording */
        Replay(List<Fact> facts) {
            this.facts = facts;
        }

        /** A report in short. */
        record Last(String id, LocalDate on, Instant at, String party, Object narrative) {}

        /** The party that was assigned to lead. */
        record Lead(String party, Object unit, LocalDate since) {}

        /**
         * Where the whole or a party stands.
         *
         * @param due the day by which a report of it is due
         * @param report the last report that counts for the party; null for the whole
         */
        record Course(
                String status,
                LocalDate since,
                Percent percent,
                String assurance,
                String successor,
                LocalDate due,
                String report) {}

        /** How much is done, and the day of the report that said so; both null when nobody said it. */
        record Percent(Long value, LocalDate on) {

            private static final Percent NONE = new Percent(null, null);

            /** @param reports about one party or about the whole, in the order of days and, within a day, of recording */
            private static Percent of(List<Said> reports) {
                Percent percent = NONE;
                String status = null;
                Map<LocalDate, List<Said>> days =
                        reports.stream().collect(Collectors.groupingBy(Said::on, TreeMap::new, Collectors.toList()));
                for (List<Said> day : days.values()) {
                    // Rule 2.12: the report that was recorded last decides how its day ends.
                    String end = day.get(day.size() - 1).voice().status();
                    // Rule 5.4: it holds as long as the status is the same.
                    if (!end.equals(status)) percent = NONE;
                    status = end;
                    for (Said each : day) {
                        // Rule 5.6: within a day the last that says one, with the status with which the day ends.
                        if (!each.voice().status().equals(end)) continue;
                        Long said = each.fact().body().numberOr("percent");
                        if (said != null) percent = new Percent(said, each.on());
                        // Rule 5.5: null takes it away.
                        if (each.fact().clears("percent")) percent = NONE;
                    }
                }
                return percent;
            }
        }

        /**
         * The state on a day, whole: two that are equal look the same to every reader.
         *
         * @param promise the text's promise with what edits have set in it
         * @param stated whether no report decides the whole, so that what its status rests on is shown (rule 5.9)
         * @param reported whether anybody reported for whom the whole waits
         * @param last the report with the latest day, of whatever party; null when there is none
         * @param assessment null while nobody assessed it
         * @param parties where each party stands that has a status
         */
        record Standing(
                Map<String, Object> promise,
                Lead assigned,
                List<?> supporting,
                String rule,
                Course course,
                boolean stated,
                boolean reported,
                Last last,
                String assessment,
                int evidence,
                Map<String, Course> parties) {

            Fields text() {
                return new Fields(promise, "the promise");
            }

            /** Those who are to report. */
            List<String> reporters() {
                // Rule 8.7: the lead, where the whole follows from one, else every party bound.
                String lead = leader(text(), assigned);
                return rule.equals(LEAD) && lead != null ? List.of(lead) : text().texts("parties");
            }

            /** Where a party bound stands. */
            String of(String party) {
                // Rule 4.11: lists and counts are about the parties bound, not about a lead that is not.
                boolean told = text().texts("parties").contains(party) && parties.containsKey(party);
                return told ? parties.get(party).status() : "not_reported";
            }
        }

        /**
         * Who says where the whole or a party stands: a report, or the text.
         *
         * @param id of the report; for the text, which of its readings
         * @param on the day of the report; null for the text
         */
        private record Voice(String id, LocalDate on, String status, String assurance, String successor) {

            static Voice of(Fact report, int items) {
                // Rule 6.1: a report without evidence, and one with some.
                return new Voice(
                        report.id(),
                        report.on(),
                        report.body().text("status"),
                        items > 0 ? EVIDENCED : SELF_REPORTED,
                        report.body().textOr("successor"));
            }

            /** @param readings of the text, in the order of their recording */
            static Voice of(List<Fact> readings) {
                // Rule 6.10: another reading of the status is another thing to judge.
                Fact first = null;
                for (Fact each : readings) if (first == null || !sameStatus(first, each)) first = each;
                String id = "the text as read in entry " + first.entry();
                return new Voice(id, null, first.body().text("status"), STATED_IN_TEXT, null);
            }

            private static boolean sameStatus(Fact one, Fact other) {
                return one.body().text("status").equals(other.body().text("status"))
                        && one.body()
                                .object("statusBasis")
                                .values()
                                .equals(other.body().object("statusBasis").values());
            }

            boolean ofText() {
                return on == null;
            }

            boolean closed() {
                return CLOSED.contains(status);
            }
        }

        /**
         * A report that counts.
         *
         * @param speaker the party whose word it is; null where it is the word of the secretariat about the whole
         * @param items how many items of evidence back it
         */
        private record Said(Fact fact, String speaker, int items) {

            LocalDate on() {
                return fact.on();
            }

            /** The party that it names; null where it is about the whole. */
            String party() {
                // Rule 2.3
                return fact.body().textOr("party");
            }

            Voice voice() {
                return Voice.of(fact, items);
            }

            Last last() {
                return new Last(
                        fact.id(),
                        fact.on(),
                        fact.at(),
                        party(),
                        fact.body().values().get("narrative"));
            }
        }

        /**
         * What decides the whole on a day.
         *
         * @param voices of the parties that decide, or the one that speaks for the whole
         */
        private record Decision(String status, String assurance, List<Voice> voices) {

            static Decision of(Voice whole) {
                return new Decision(whole.status(), whole.assurance(), List.of(whole));
            }

            /** @param all where each party bound stands */
            static Decision of(List<Voice> all, boolean any) {
                List<String> statuses = all.stream().map(Voice::status).toList();
                List<String> counting =
                        statuses.stream().filter(ORDER::contains).toList();
                // Rule 4.6: who gave it up counts only when all did.
                String status = counting.isEmpty() ? givenUp(statuses) : outermost(counting, ORDER, any);
                // Rule 4.8: those decide who stand where the whole stands; the weakest of them, or the strongest.
                List<Voice> deciding = all.stream()
                        .filter(each -> each.status().equals(status))
                        .toList();
                List<String> levels = deciding.stream().map(Voice::assurance).toList();
                return new Decision(status, outermost(levels, LEVELS, any), deciding);
            }

            private static String givenUp(List<String> statuses) {
                // Rule 4.7
                return statuses.stream().allMatch(SUPERSEDED::equals) ? SUPERSEDED : CANCELLED;
            }

            private static String outermost(List<String> words, List<String> order, boolean last) {
                Comparator<String> by = Comparator.comparing(order::indexOf);
                return words.stream().max(last ? by : by.reversed()).orElseThrow();
            }

            /** Ids of the reports that decide, and which reading of the text does. */
            Set<String> ids() {
                return voices.stream().map(Voice::id).collect(Collectors.toSet());
            }

            boolean stated() {
                // Rule 5.9: no report decides the whole.
                return voices.stream().allMatch(Voice::ofText);
            }

            String successor() {
                // Rule 5.7: only while it is superseded; and only where those who decide agree.
                if (!status.equals(SUPERSEDED)) return null;
                Set<String> successors = voices.stream().map(Voice::successor).collect(Collectors.toSet());
                return successors.size() == 1 ? successors.iterator().next() : null;
            }
        }

        /**
         * Where all stood at the end of a day, and until the next day that anything speaks of.
         *
         * @param spoken who says where each party stands that has a status
         */
        private record Day(LocalDate on, Decision whole, Map<String, Voice> spoken) {}

        /** What an assessment judged, and whether that had evidence then. */
        private record Judged(Set<String> ids, boolean evidenced) {}

        /** The state on a day, as known after all facts; null before it is there. */
        Standing on(LocalDate day) {
            return on(day, facts.size());
        }

        /** The state on a day, as known after the first facts. */
        Standing on(LocalDate day, int count) {
            // Rule 1.1: nothing that was recorded later is used.
            Known known = known(count);
            // Rule 1.2: before the adoption, and before its own entry, it is absent.
            return known == null || day.isBefore(known.adopted) ? null : known.on(day);
        }

        /** The fact that made the state on a day what it is: the last one before which it was another. */
        Fact origin(LocalDate day) {
            Standing shown = on(day);
            int count = facts.size();
            while (count > 0 && (silent(facts.get(count - 1), day) || Objects.equals(shown, on(day, count - 1))))
                count--;
            return count == 0 ? null : facts.get(count - 1);
        }

        /** Whether it speaks of later days only, and of nothing that was said before. */
        private static boolean silent(Fact fact, LocalDate day) {
            return fact.on() != null && !fact.isBy(day) && fact.corrects() == null && fact.backs() == null;
        }

        /** Null as long as instrument or text is missing. */
        private Known known(int count) {
            List<Fact> first = facts.subList(0, count);
            boolean there = first.stream().anyMatch(Fact::reads)
                    && first.stream().anyMatch(each -> each.kind().equals("instrument"));
            return there ? known.computeIfAbsent(count, none -> new Known(first)) : null;
        }

        private Judged judged(Fact assessment) {
            return judged.computeIfAbsent(assessment.entry(), none -> {
                // Rule 6.3: what decided the whole on the day of the assessment, as recorded before it.
                Known before = known(facts.indexOf(assessment));
                if (before == null) return new Judged(Set.of(), false);
                Decision whole = before.at(assessment.on()).whole();
                return new Judged(whole.ids(), whole.assurance().equals(EVIDENCED));
            });
        }

        /** The party that leads: the one assigned, else the only one that the text names as owner; null without one. */
        private static String leader(Fields text, Lead assigned) {
            if (assigned != null) return assigned.party();
            List<String> named = text.object("owner").textsOr("parties");
            return named.size() == 1 ? named.get(0) : null;
        }

        /** What edits have set, by field and by the day from which it holds. */
        private static final class Edits {

            private static final List<String> OF_THE_TEXT = List.of("area", "otherAreas", "timeFrame");
            private static final List<String> LANGUAGES = List.of("zh", "en");
            private static final List<String> BESIDE_IT = List.of("assigned", "supportingAssigned", "rollUp");

            private final Map<String, TreeMap<LocalDate, Optional<Object>>> set = new HashMap<>();
            private final Set<LocalDate> days = new TreeSet<>();

            /** @param edits in the order of their recording */
            Edits(List<Fact> edits) {
                for (String field : OF_THE_TEXT) set.put(field, new TreeMap<>());
                for (String field : BESIDE_IT) set.put(field, new TreeMap<>());
                for (String language : LANGUAGES) set.put("title/" + language, new TreeMap<>());
                for (Fact edit : edits) {
                    days.add(edit.on());
                    titled(edit);
                    // Rule 10.1: from its day until the next day on which the same field is set.
                    // Rule 1.3: of one day, what was recorded last.
                    set.forEach((field, values) -> {
                        if (edit.body().has(field))
                            values.put(
                                    edit.on(), Optional.of(edit.body().values().get(field)));
                        if (edit.clears(field)) values.put(edit.on(), Optional.empty());
                    });
                }
            }

            private void titled(Fact edit) {
                // Rule 10.1: each language of a title is a field.
                Fields title = edit.body().objectOr("title");
                for (String language : LANGUAGES)
                    if (title != null && title.has(language))
                        set.get("title/" + language).put(edit.on(), Optional.of(title.text(language)));
            }

            /** Null when nobody has set it, empty when it was taken away. */
            private Optional<Object> at(String field, LocalDate day) {
                Map.Entry<LocalDate, Optional<Object>> last = set.get(field).floorEntry(day);
                return last == null ? null : last.getValue();
            }

            String rule(LocalDate day) {
                // Rule 4.1: lead, unless another one was declared.
                Optional<Object> rule = at("rollUp", day);
                return rule == null ? LEAD : (String) rule.orElse(LEAD);
            }

            List<?> supporting(LocalDate day) {
                Optional<Object> supporting = at("supportingAssigned", day);
                return supporting == null ? List.of() : (List<?>) supporting.orElse(List.of());
            }

            /** Null while nobody is assigned. */
            Lead lead(LocalDate day) {
                Lead lead = null;
                for (Map.Entry<LocalDate, Optional<Object>> each :
                        set.get("assigned").headMap(day, true).entrySet()) {
                    Lead next = each.getValue()
                            .map(value -> Fields.of(value, "the assigned owner"))
                            .map(its -> new Lead(its.text("party"), its.values().get("unit"), each.getKey()))
                            .orElse(null);
                    // Rule 10.5: since the first day of the run of days with the same party and unit.
                    boolean same = lead != null
                            && next != null
                            && lead.party().equals(next.party())
                            && Objects.equals(lead.unit(), next.unit());
                    if (!same) lead = next;
                }
                return lead;
            }

            Map<String, Object> promise(Fields text, LocalDate day) {
                Map<String, Object> promise = new TreeMap<>(text.values());
                if (text.has("timeFrame")) promise.put("timeFrame", stated(text.object("timeFrame")));
                // Rule 10.6: the text as it was read last, and what was set beside it.
                Map<String, Object> title = new TreeMap<>(text.object("title").values());
                for (String language : LANGUAGES) {
                    Optional<Object> value = at("title/" + language, day);
                    if (value != null) title.put(language, value.orElseThrow());
                }
                promise.put("title", title);
                for (String field : OF_THE_TEXT) {
                    Optional<Object> value = at(field, day);
                    if (value == null) continue;
                    if (value.isPresent()) promise.put(field, value.get());
                    else promise.remove(field);
                }
                return promise;
            }

            /** A time frame that the text itself sets. */
            private static Map<String, Object> stated(Fields frame) {
                Map<String, Object> stated = new TreeMap<>(frame.values());
                stated.put("basis", "stated");
                return stated;
            }
        }

        /** What was known after the first facts, and where all stood by that on each day. */
        private final class Known {

            final LocalDate adopted;
            private final long interval;
            private final Fields reading;
            private final List<String> parties;

            /** What the text says, of the whole and of each party. */
            private final Voice text;

            private final Edits edits;

            /** Reports that count, in the order of days and, within a day, of recording; likewise assessments. */
            private final List<Said> reports;

            private final List<Fact> assessments;
            private final List<Fact> milestones;
            private final List<Fact> found;

            /** Days on which anything may have become another. */
            private final TreeSet<LocalDate> turns = new TreeSet<>();

            private final Map<LocalDate, Day> days = new HashMap<>();

            Known(List<Fact> facts) {
                List<Fact> sources = of("instrument", facts);
                Fields source = sources.get(sources.size() - 1).body();
                adopted = source.object("adopted").day("date");
                Long its = source.numberOr("reportingIntervalDays");
                interval = its == null ? REPORTING_INTERVAL_DAYS : its;
                List<Fact> readings = facts.stream().filter(Fact::reads).toList();
                reading = readings.get(readings.size() - 1).body();
                parties = reading.texts("parties");
                // Rule 2.13: what the text says comes before every report.
                text = Voice.of(readings);
                edits = new Edits(of("edited", facts));
                found = of("evidence", facts);
                milestones = of("milestone", facts);
                // Rules 2.1 and 3.5: what another report corrects does not count, nor does it come back.
                Map<String, String> speakers = speakers(of("accepted", facts));
                reports = uncorrected(of("accepted", facts)).stream()
                        .map(each -> new Said(each, speakers.get(each.id()), each.items() + added(each)))
                        .toList();
                // Rules 6.2 and 6.9: likewise of assessments.
                assessments = uncorrected(of("assessed", facts));
                // Rule 1.4: what was said of a day before the adoption holds from the adoption on.
                turns.add(adopted);
                turns.addAll(edits.days);
                for (Said each : reports) turns.add(each.on());
                turns.headSet(adopted).clear();
            }

            private static List<Fact> of(String kind, List<Fact> facts) {
                return facts.stream().filter(each -> each.kind().equals(kind)).toList();
            }

            /** In the order of days; sorting keeps the order of recording within a day. */
            private static List<Fact> uncorrected(List<Fact> all) {
                Set<String> corrected = new HashSet<>();
                for (Fact each : all) corrected.add(each.corrects());
                return all.stream()
                        .filter(each -> !corrected.contains(each.id()))
                        .sorted(Comparator.comparing(Fact::on))
                        .toList();
            }

            /** Whose word each report is, by its id. */
            private static Map<String, String> speakers(List<Fact> reports) {
                Map<String, String> speakers = new HashMap<>();
                for (Fact report : reports) {
                    String speaker = report.body().textOr("party");
                    // Rule 2.4: what a focal point reports is the word of its party.
                    if (speaker == null) speaker = focalPointOf(report.body().text("submittedBy"));
                    // Rule 2.5: the secretariat's correction speaks for whom the report spoke that it corrects.
                    if (speaker == null && report.corrects() != null) speaker = speakers.get(report.corrects());
                    speakers.put(report.id(), speaker);
                }
                return speakers;
            }

            /** The party of a focal point, who is named as contributor/TH/key; null for others. */
            private static String focalPointOf(String actor) {
                String[] path = actor.split("/");
                return path.length > 1 && path[0].equals("contributor") ? path[1] : null;
            }

            /** How many items were added to a report. */
            private int added(Fact report) {
                // Rule 7.2: what was added has been there since the day of the report.
                // Rule 3.7: it goes with the report, so it is not asked for where that was corrected.
                return (int) found.stream()
                        .filter(each -> report.id().equals(each.backs()))
                        .count();
            }

            private List<Said> reportsBy(LocalDate day) {
                return reports.stream().takeWhile(each -> each.fact().isBy(day)).toList();
            }

            private List<Fact> assessmentsBy(LocalDate day) {
                return assessments.stream().takeWhile(each -> each.isBy(day)).toList();
            }

            /** Whether the whole follows from the parties. */
            private boolean rolls(LocalDate day) {
                return !edits.rule(day).equals(LEAD) && !parties.isEmpty();
            }

            /** Where all stood on a day; on one before the adoption, as on that of the adoption. */
            Day at(LocalDate day) {
                LocalDate turn = turns.floor(day);
                return days.computeIfAbsent(turn == null ? adopted : turn, this::endOf);
            }

            private Day endOf(LocalDate day) {
                // Rule 4.4: the rule of this day reads the reports of all days.
                boolean rolls = rolls(day);
                Map<String, Voice> spoken = new HashMap<>();
                for (Said each : reportsBy(day))
                    for (String party : speaksFor(each, rolls)) spoken.put(party, each.voice());
                return new Day(day, decision(day, spoken), spoken);
            }

            private List<String> speaksFor(Said said, boolean rolls) {
                // Rule 4.3: its own word; where the whole rolls up, the secretariat speaks for each party bound.
                if (said.speaker() != null) return List.of(said.speaker());
                return rolls ? parties : List.of();
            }

            private Decision decision(LocalDate day, Map<String, Voice> spoken) {
                if (!rolls(day)) {
                    List<Said> about = aboutTheWhole(day);
                    return Decision.of(
                            about.isEmpty() ? text : about.get(about.size() - 1).voice());
                }
                // Rule 4.5: who never said anything stands where the text says.
                List<Voice> all = parties.stream()
                        .map(party -> spoken.getOrDefault(party, text))
                        .toList();
                return Decision.of(all, edits.rule(day).equals(ANY));
            }

            private List<Said> aboutTheWhole(LocalDate day) {
                return reportsBy(day).stream().filter(this::isAboutTheWhole).toList();
            }

            private boolean isAboutTheWhole(Said said) {
                // Rule 4.2: so is one about the party that leads on the day of the report.
                return said.party() == null || said.party().equals(leader(reading, edits.lead(said.on())));
            }

            Standing on(LocalDate day) {
                Day its = at(day);
                Map<String, Object> promise = edits.promise(reading, day);
                Lead lead = edits.lead(day);
                List<Said> said = reportsBy(day);
                List<Fact> assessed = assessmentsBy(day);
                // Rule 4.9: of several parties nothing is averaged.
                Percent percent = rolls(day) ? Percent.NONE : Percent.of(aboutTheWhole(day));
                Course whole = new Course(
                        its.whole().status(),
                        since(day),
                        percent,
                        assurance(its.whole(), assessed),
                        its.whole().successor(),
                        due(day),
                        null);
                // The parties bound and, beside them, the party assigned to lead.
                Set<String> told = new TreeSet<>(parties);
                if (lead != null) told.add(lead.party());
                told.retainAll(its.spoken().keySet());
                Map<String, Course> courses = new TreeMap<>();
                for (String party : told) courses.put(party, course(party, day));
                return new Standing(
                        promise,
                        lead,
                        edits.supporting(day),
                        edits.rule(day),
                        whole,
                        its.whole().stated(),
                        reported(day),
                        // Rule 5.8
                        said.isEmpty() ? null : said.get(said.size() - 1).last(),
                        assessed.isEmpty()
                                ? null
                                : assessed.get(assessed.size() - 1).body().text("result"),
                        evidence(day),
                        courses);
            }

            private Course course(String party, LocalDate day) {
                Voice voice = at(day).spoken().get(party);
                List<Said> counting = reportsBy(day).stream()
                        .filter(each -> speaksFor(each, rolls(day)).contains(party))
                        .toList();
                return new Course(
                        voice.status(),
                        since(counting),
                        Percent.of(counting),
                        voice.assurance(),
                        voice.status().equals(SUPERSEDED) ? voice.successor() : null,
                        // Rule 8.6: by the reports that count for it.
                        due(voice),
                        voice.id());
            }

            /** Since when a party stands where its reports say. */
            private static LocalDate since(List<Said> reports) {
                // Rule 5.2: since the first day on end that closes with this status, whatever the text says.
                LocalDate since = null;
                String status = null;
                TreeMap<LocalDate, Said> lastOfDays = new TreeMap<>();
                for (Said each : reports) lastOfDays.put(each.on(), each);
                for (Said each : lastOfDays.values()) {
                    if (!each.voice().status().equals(status)) since = each.on();
                    status = each.voice().status();
                }
                return since;
            }

            /** Since when the whole stands where it does. */
            private LocalDate since(LocalDate day) {
                // Rule 5.3: whether it came out so by a report or by the rule.
                LocalDate since = run(day);
                boolean ofText =
                        since.equals(adopted) && at(day).whole().status().equals(text.status());
                return ofText ? reading.object("statusBasis").day("effectiveOn") : since;
            }

            /** The first day of a run. */
            private LocalDate run(LocalDate day) {
                // Rule 5.1: of days, up to this one, that all end with the same status.
                LocalDate first = day;
                for (LocalDate turn : turns.headSet(day, true).descendingSet()) {
                    if (!at(day).whole().status().equals(at(turn).whole().status())) break;
                    first = turn;
                }
                return first;
            }

            private String assurance(Decision whole, List<Fact> assessed) {
                Fact finding = null;
                for (Fact each : assessed) {
                    // Rule 6.6: an assessment without a finding leaves the one before.
                    if (!each.body().has("finding")) continue;
                    // Rules 6.4 and 6.5: it holds where exactly that decides which it judged.
                    // Rule 6.7: of those that hold, the one with the latest day, and of one day the one recorded last.
                    if (judged(each).ids().equals(whole.ids())) finding = each;
                }
                if (finding == null) return whole.assurance();
                String word = finding.body().text("finding");
                if (word.equals("disputed")) return word;
                // Rule 6.8: what it judged had evidence when it was judged, or it brings some itself.
                boolean shown = judged(finding).evidenced() || finding.items() > 0;
                return word.equals("confirmed") && shown ? "verified" : whole.assurance();
            }

            /** How many items of evidence there are. */
            private int evidence(LocalDate day) {
                // Rule 7.1: of reports, with what was added to them, of assessments, of milestones, and by themselves.
                int evidence = 0;
                for (Said each : reportsBy(day)) evidence += each.items();
                for (Fact each : assessmentsBy(day)) evidence += each.items();
                Map<String, Integer> ofMilestones = new HashMap<>();
                milestones.stream()
                        .filter(each -> each.isBy(day))
                        .filter(each -> each.body().has("evidence") || each.clears("evidence"))
                        .sorted(Comparator.comparing(Fact::on))
                        .forEach(each -> ofMilestones.put(each.id(), each.items()));
                for (int items : ofMilestones.values()) evidence += items;
                // Rule 7.3: what backs no report is counted, and backs nothing.
                for (Fact each : found) if (each.backs() == null && each.isBy(day)) evidence++;
                return evidence;
            }

            /** Who last made the whole fresh, where that is not for each party to do; the text when nobody has. */
            private Voice fresh(LocalDate day) {
                String leader = leader(reading, edits.lead(day));
                // Rule 8.3: by who leads now, and about the whole. Rule 8.4: under any by anybody.
                boolean anybody = rolls(day) || leader == null;
                Voice fresh = text;
                for (Said each : reportsBy(day))
                    if (anybody || isAboutTheWhole(each) || leader.equals(each.speaker())) fresh = each.voice();
                return fresh;
            }

            private boolean forEach(LocalDate day) {
                return rolls(day) && edits.rule(day).equals(ALL);
            }

            private boolean reported(LocalDate day) {
                return forEach(day)
                        ? parties.stream().anyMatch(at(day).spoken()::containsKey)
                        : !fresh(day).ofText();
            }

            /** The day by which the whole is to be reported on. */
            private LocalDate due(LocalDate day) {
                if (!forEach(day)) return due(fresh(day));
                List<Voice> all = parties.stream()
                        .map(party -> at(day).spoken().getOrDefault(party, text))
                        .toList();
                // Rule 8.4: by those whose part is open; when none is, nothing is owed, and the first of all stands
                // there.
                List<Voice> open = all.stream().filter(each -> !each.closed()).toList();
                return (open.isEmpty() ? all : open)
                        .stream().map(this::due).min(Comparator.naturalOrder()).orElseThrow();
            }

            private LocalDate due(Voice last) {
                // Rule 8.5: the first report is due one interval after the adoption.
                return (last.ofText() ? adopted : last.on()).plusDays(interval);
            }
        }

        /** How it stands on a day against the time set for it. */
        static String schedule(String status, LocalDate since, LocalDate end, LocalDate day) {
            // Rule 9.1
            if (end == null) return "no_deadline";
            if (status.equals("completed")) return since.isAfter(end) ? "missed" : "met";
            if (CLOSED.contains(status)) return "missed";
            if (end.isBefore(day)) return "late";
            boolean soon = !end.isAfter(day.plusDays(WARNING_DAYS));
            return soon && !UNDER_WAY.contains(status) ? "at_risk" : "on_track";
        }

        /** How recently progress was reported, on a day. */
        static String freshness(String status, boolean reported, LocalDate due, LocalDate day) {
            // Rule 8.1: of what is closed nothing is owed.
            if (CLOSED.contains(status)) return "not_due";
            // Rule 8.2
            if (!reported) return "never_reported";
            if (!due.isBefore(day)) return "current";
            return due.isBefore(day.minusDays(GRACE_DAYS)) ? "overdue" : "due";
        }
    }

    /**
     * What the report must say of a commitment, by column. A value is a text, a whole number, a day, a moment or a list of
     * texts; null when there is none.
     */
    record Row(Map<String, Object> cells, Place place) {

        /** Rows stand in the order of this key: the instrument, then the place in the document. */
        record Place(String key, String row) {}

        static final List<String> COLUMNS = List.of(
                "code",
                "instrument",
                "item",
                "titleZh",
                "titleEn",
                "wordingZh",
                "wordingEn",
                "summaryZh",
                "summaryEn",
                "area",
                "areaLabel",
                "otherAreas",
                "kind",
                "obligation",
                "parties",
                "ownerStated",
                "ownerStatedZh",
                "ownerStatedEn",
                "ownerStatedParties",
                "ownerAssigned",
                "ownerAssignedUnitZh",
                "ownerAssignedUnitEn",
                "ownerAssignedSince",
                "timeFrameFrom",
                "timeFrameTo",
                "status",
                "statusLabel",
                "statusSince",
                "percent",
                "schedule",
                "scheduleLabel",
                "freshness",
                "freshnessLabel",
                "assurance",
                "assuranceLabel",
                "assessment",
                "assessmentLabel",
                "lastReport",
                "lastReportOn",
                "lastReportRecordedAt",
                "lastReportParty",
                "lastReportZh",
                "lastReportEn",
                "evidenceCount",
                "passages",
                "entry",
                "recordedAt",
                "percentOn");

        static Row of(Replay.Standing standing, Fact origin, LocalDate day, Labels labels, String place) {
            Map<String, Object> cells = new HashMap<>();
            Fields promise = standing.text();
            for (String name : List.of("code", "instrument", "item", "area", "kind", "obligation"))
                cells.put(name, promise.textOr(name));
            for (String name : List.of("otherAreas", "parties")) cells.put(name, promise.texts(name));
            for (String name : List.of("title", "wording", "summary")) bilingual(cells, name, promise.objectOr(name));
            cells.put("areaLabel", labels.area(promise.text("area")));
            Fields stated = promise.object("owner");
            cells.put("ownerStated", stated.text("how"));
            bilingual(cells, "ownerStated", stated.objectOr("text"));
            cells.put("ownerStatedParties", stated.textsOr("parties"));
            Replay.Lead lead = standing.assigned();
            if (lead != null) {
                cells.put("ownerAssigned", lead.party());
                bilingual(cells, "ownerAssignedUnit", lead.unit() == null ? null : Fields.of(lead.unit(), "a unit"));
                cells.put("ownerAssignedSince", lead.since());
            }
            Fields frame = promise.objectOr("timeFrame");
            LocalDate end = frame == null ? null : frame.dayOr("to");
            cells.put("timeFrameFrom", frame == null ? null : frame.dayOr("from"));
            cells.put("timeFrameTo", end);
            Replay.Course course = standing.course();
            cells.put("status", course.status());
            cells.put("statusSince", course.since());
            cells.put("percent", course.percent().value());
            cells.put("percentOn", course.percent().on());
            cells.put("schedule", Replay.schedule(course.status(), course.since(), end, day));
            cells.put("freshness", Replay.freshness(course.status(), standing.reported(), course.due(), day));
            cells.put("assurance", course.assurance());
            cells.put("assessment", standing.assessment() == null ? "not_assessed" : standing.assessment());
            for (String name : List.of("status", "schedule", "freshness", "assurance", "assessment"))
                cells.put(name + "Label", labels.word(name, (String) cells.get(name)));
            if (standing.last() != null) last(cells, standing.last());
            cells.put("evidenceCount", (long) standing.evidence());
            cells.put(
                    "passages",
                    promise.list("passages").stream().map(Row::passage).toList());
            cells.put("entry", origin.entry());
            cells.put("recordedAt", origin.at());
            return new Row(
                    cells, new Place("%s/%06d".formatted(promise.text("instrument"), promise.number("place")), place));
        }

        private static void last(Map<String, Object> cells, Replay.Last last) {
            cells.put("lastReport", last.id());
            cells.put("lastReportOn", last.on());
            cells.put("lastReportRecordedAt", last.at());
            cells.put("lastReportParty", last.party());
            bilingual(
                    cells, "lastReport", last.narrative() == null ? null : Fields.of(last.narrative(), "a narrative"));
        }

        private static void bilingual(Map<String, Object> cells, String name, Fields text) {
            cells.put(name + "Zh", text == null ? null : text.textOr("zh"));
            cells.put(name + "En", text == null ? null : text.textOr("en"));
        }

        private static String passage(Object cited) {
            Fields its = Fields.of(cited, "a passage");
            return its.text("lang") + " " + its.text("eid") + " " + its.number("start") + "-" + its.number("end") + " "
                    + its.text("sha256");
        }

        String text(String column) {
            return (String) cells.get(column);
        }

        List<String> texts(String column) {
            List<String> texts = new ArrayList<>();
            for (Object each : (List<?>) cells.get(column)) texts.add((String) each);
            return texts;
        }

        Instant recordedAt() {
            return (Instant) cells.get("recordedAt");
        }

        long entry() {
            return ((Number) cells.get("entry")).longValue();
        }

        void requireBehind(Place former) {
            if (former == null) return;
            if (former.key().compareTo(place.key()) >= 0)
                throw new Refused(
                        place.row(),
                        "stands behind " + former.row() + ": rows go by instrument, then by place in the document");
        }

        /** A value as a csv cell has it, before quotes and guard. */
        static String plain(Object value) {
            if (value == null) return "";
            if (!(value instanceof List<?> list)) return value.toString();
            return list.stream()
                    .map(word -> word.toString().replace("\\", "\\\\").replace(";", "\\;"))
                    .collect(Collectors.joining(";"));
        }
    }

    /**
     * Reads the zip so strictly that each of its bytes must be what it is: the members that a bundle has, in their order, one
     * behind the other, packed, without times, and in the comment at the end the digest of all bytes before the directory.
     */
    static final class Zip implements Closeable {

        private static final List<String> NAMES = List.of(
                "README.txt",
                "Verify.java",
                "manifest.json",
                "manifest.note",
                "checkpoint",
                "key.pub",
                "report.csv",
                "report.json",
                "entries.ndjson",
                "proofs.ndjson");
        private static final String LAST = "consistency.json";

        private static final int END = 22;
        private static final int LOCAL = 30;
        private static final int CENTRAL = 46;
        private static final int DESCRIPTOR = 16;
        private static final String COMMENT = "sha256 ";
        private static final int COMMENT_LENGTH = COMMENT.length() + 64;

        /** The file itself is not part of the bundle: what is small enough to be shown is read whole, up to this size. */
        private static final int MOST_AT_ONCE = 1 << 30;

        private static final int PACKED = 8;
        private static final int SIZES_BEHIND = 8;
        private static final int UTF_8 = 0x0800;

        /** 1 February 1980, which stands for no time. */
        private static final int NO_DAY = 0x0041;

        /** @param start of its packed bytes */
        private record Member(String name, long start, long packed, long size, int crc) {}

        private final Path path;
        private final FileChannel file;
        private final Map<String, Member> members = new LinkedHashMap<>();

        Zip(Path path) throws IOException {
            this.path = path;
            file = FileChannel.open(path, StandardOpenOption.READ);
            try {
                readDirectory();
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }

        /** Whether the first bytes are those before a member, as far as they go. */
        static boolean begins(FileChannel file) throws IOException {
            ByteBuffer first = little(4);
            int read = file.read(first, 0);
            return little(4).putInt(0x04034b50).flip().limit(read).equals(first.flip());
        }

        /** Whether the end of a directory stands where it does in a bundle. */
        static boolean ends(FileChannel file) throws IOException {
            ByteBuffer last = little(4);
            long end = file.size() - END - COMMENT_LENGTH;
            return end >= 0 && file.read(last, end) == last.capacity() && last.getInt(0) == 0x06054b50;
        }

        List<String> names() {
            return List.copyOf(members.keySet());
        }

        private Refused refused(long at, String why) {
            return new Refused(path.getFileName() + " byte " + at, why);
        }

        private void readDirectory() throws IOException {
            long end = file.size() - END - COMMENT_LENGTH;
            if (end < 0) throw refused(file.size(), "ends too early for a bundle");
            ByteBuffer last = bytes(end, END + COMMENT_LENGTH);
            if (last.getInt(0) != 0x06054b50 || last.getShort(20) != COMMENT_LENGTH)
                throw refused(end, "is not the end of a bundle: it was cut, or something was added");
            int count = last.getShort(10);
            long size = unsigned(last.getInt(12));
            long start = unsigned(last.getInt(16));
            boolean bare = last.getInt(4) == 0 && last.getShort(8) == count && start + size == end;
            if (!bare || count < NAMES.size() || count > NAMES.size() + 1)
                throw refused(end, "does not fit the members");
            String comment = new String(last.array(), END, COMMENT_LENGTH, StandardCharsets.ISO_8859_1);
            if (size > CENTRAL * 100L) throw refused(start, "is too large a directory");
            ByteBuffer directory = bytes(start, (int) size);
            long next = 0;
            int at = 0;
            for (int i = 0; i < count; i++) {
                if (at + CENTRAL > size) throw refused(start + at, "ends too early: member " + (i + 1) + " is missing");
                String name = i == NAMES.size() ? LAST : NAMES.get(i);
                Member member = member(directory, at, start + at, name, next);
                members.put(name, member);
                next = member.start() + member.packed() + DESCRIPTOR;
                at += CENTRAL + name.length();
            }
            if (at != size) throw refused(start + at, "is behind the last member");
            if (next != start) throw refused(next, "is between the last member and the directory");
            String digest = COMMENT + hex(digest(start));
            if (!comment.equals(digest))
                throw refused(end + END, "must be " + digest + ": some byte before was changed");
        }

        /** One entry of the directory and the headers that it speaks of; both must say the same. */
        private Member member(ByteBuffer directory, int at, long place, String name, long offset) throws IOException {
            int flags = directory.getShort(at + 8);
            long packed = unsigned(directory.getInt(at + 20));
            long size = unsigned(directory.getInt(at + 24));
            int crc = directory.getInt(at + 16);
            ByteBuffer expected = little(CENTRAL + name.length())
                    .putInt(0x02014b50)
                    .putShort((short) 20)
                    .putShort((short) 20)
                    .putShort((short) (SIZES_BEHIND | flags & UTF_8))
                    .putShort((short) PACKED)
                    .putShort((short) 0)
                    .putShort((short) NO_DAY)
                    .putInt(crc)
                    .putInt((int) packed)
                    .putInt((int) size)
                    .putShort((short) name.length())
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt((int) offset)
                    .put(name.getBytes(StandardCharsets.US_ASCII));
            requireBytes(expected, directory, at, place, "the directory entry of " + name);
            ByteBuffer local = little(LOCAL + name.length())
                    .putInt(0x04034b50)
                    .putShort((short) 20)
                    .putShort((short) flags)
                    .putShort((short) PACKED)
                    .putShort((short) 0)
                    .putShort((short) NO_DAY)
                    .putInt(0)
                    .putInt(0)
                    .putInt(0)
                    .putShort((short) name.length())
                    .putShort((short) 0)
                    .put(name.getBytes(StandardCharsets.US_ASCII));
            requireBytes(local, bytes(offset, local.capacity()), 0, offset, "the header of " + name);
            long start = offset + local.capacity();
            ByteBuffer descriptor = little(DESCRIPTOR)
                    .putInt(0x08074b50)
                    .putInt(crc)
                    .putInt((int) packed)
                    .putInt((int) size);
            requireBytes(descriptor, bytes(start + packed, DESCRIPTOR), 0, start + packed, "the end of " + name);
            return new Member(name, start, packed, size, crc);
        }

        private void requireBytes(ByteBuffer expected, ByteBuffer given, int at, long place, String what) {
            for (int i = 0; i < expected.capacity(); i++)
                if (at + i >= given.capacity() || given.get(at + i) != expected.get(i))
                    throw refused(place + i, "is not as " + what + " must be; members have a fixed order");
        }

        private static ByteBuffer little(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }

        private static long unsigned(int value) {
            return Integer.toUnsignedLong(value);
        }

        private ByteBuffer bytes(long from, int length) throws IOException {
            ByteBuffer bytes = little(length);
            for (int read = 0; bytes.hasRemaining() && read >= 0; ) read = file.read(bytes, from + bytes.position());
            if (bytes.hasRemaining()) throw refused(file.size(), "ends too early");
            return bytes;
        }

        private byte[] digest(long until) throws IOException {
            MessageDigest sha256 = sha256();
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (long at = 0; at < until; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), until - at));
                int read = file.read(buffer, at);
                if (read < 0) throw refused(at, "ends too early");
                sha256.update(buffer.flip());
                at += read;
            }
            return sha256.digest();
        }

        Content open(String name) {
            return new Content(members.get(name));
        }

        /** A small member, whole. */
        String text(String name) throws IOException {
            return text(name, null);
        }

        /** A small member, whole, with the digest that the manifest says. */
        String text(String name, Manifest manifest) throws IOException {
            try (Content content = open(name)) {
                byte[] bytes = content.readNBytes(MOST_AT_ONCE);
                if (manifest == null) content.requireEnd();
                else content.requireDigest(manifest);
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new Refused(name, "is not UTF-8");
            }
        }

        void requireDigest(String name, Manifest manifest) throws IOException {
            try (Content content = open(name)) {
                content.skipNBytes(members.get(name).size());
                content.requireDigest(manifest);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        /** The bytes of a member, unpacked, checked and digested as they are read. */
        final class Content extends InputStream {

            private final Member member;
            private final Inflater inflater = new Inflater(true);
            private final ByteBuffer input = ByteBuffer.allocate(1 << 14);
            private final CRC32 crc = new CRC32();
            private final MessageDigest sha256 = sha256();
            private long taken;
            private long given;

            Content(Member member) {
                this.member = member;
            }

            String name() {
                return member.name();
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (length == 0) return 0;
                try {
                    int read = 0;
                    while (read == 0 && !inflater.finished()) {
                        if (inflater.needsInput()) feed();
                        read = inflater.inflate(buffer, offset, length);
                        if (read == 0 && inflater.needsDictionary())
                            throw new Refused(name(), "is packed with a dictionary");
                    }
                    if (read == 0) return -1;
                    given += read;
                    if (given > member.size())
                        throw new Refused(name(), "is longer than the " + member.size() + " bytes it says");
                    crc.update(buffer, offset, read);
                    sha256.update(buffer, offset, read);
                    return read;
                } catch (DataFormatException e) {
                    throw new Refused(name() + " byte " + given, "cannot be unpacked: " + e.getMessage());
                }
            }

            private void feed() throws IOException {
                if (taken == member.packed()) throw new Refused(name() + " byte " + given, "ends too early");
                input.clear().limit((int) Math.min(input.capacity(), member.packed() - taken));
                int read = file.read(input, member.start() + taken);
                if (read <= 0) throw new Refused(name() + " byte " + given, "ends too early");
                taken += read;
                inflater.setInput(input.array(), 0, read);
            }

            void requireEnd() throws IOException {
                if (read() >= 0) throw new Refused(name() + " byte " + (given - 1), "is behind the end");
                boolean whole = given == member.size() && (int) crc.getValue() == member.crc();
                if (!whole || taken != member.packed() || inflater.getRemaining() > 0)
                    throw new Refused(name(), "is not what was packed: size or checksum differ");
            }

            void requireDigest(Manifest manifest) throws IOException {
                requireEnd();
                String digest = hex(sha256.digest());
                if (!digest.equals(manifest.files().get(name())))
                    throw new Refused(
                            name(),
                            "has the SHA-256 " + digest + ", manifest.json says "
                                    + manifest.files().get(name()));
            }

            @Override
            public void close() {
                inflater.end();
            }
        }
    }

    /** Text that must be UTF-8; anything else is refused, not replaced. */
    private static BufferedReader utf8(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 14);
    }

    /** The lines of a member; each ends with a line feed. */
    static final class Lines {

        private static final int LONGEST = 1 << 24;

        private final String name;
        private final Reader reader;
        private int line;

        Lines(Zip.Content content) {
            name = content.name();
            reader = utf8(content);
        }

        String place() {
            return name + " line " + line;
        }

        /** The next line; null behind the last one. */
        String next() throws IOException {
            line++;
            StringBuilder text = new StringBuilder();
            try {
                for (int c = reader.read(); c != '\n'; c = reader.read()) {
                    if (c < 0 && text.length() == 0) return null;
                    if (c < 0) throw new Refused(place(), "does not end with a line feed");
                    if (text.length() == LONGEST) throw new Refused(place(), "is too long");
                    text.append((char) c);
                }
            } catch (CharacterCodingException e) {
                throw new Refused(place(), "is not UTF-8");
            }
            return text.toString();
        }

        void requireEnd() throws IOException {
            if (next() != null) throw new Refused(place(), "is one too many: nothing refers to it");
        }
    }

    /** Reads JSON (RFC 8259) without any leniency, and tells whether a text is canonical (RFC 8785). Numbers are whole. */
    static final class Json {

        private static final int DEEPEST = 64;
        private static final long LARGEST = (1L << 53) - 1;

        private final Reader reader;
        private final String name;
        private int next = -2;
        private int line = 1;

        Json(Reader reader, String name) {
            this.reader = reader;
            this.name = name;
        }

        /** An object whose text is the one canonical form of what it says. */
        static Fields canonical(String text, String place) {
            try {
                Json json = new Json(new StringReader(text), place);
                Object value = json.value(0);
                if (json.peek() >= 0) throw new Refused(place, "goes on behind its end");
                if (!write(value).equals(text)) throw new Refused(place, "is not in canonical form (RFC 8785)");
                return Fields.of(value, place);
            } catch (IOException e) {
                throw new IllegalStateException("a text in memory can be read", e);
            }
        }

        Refused refused(String why) {
            return new Refused(name, why);
        }

        private int peek() throws IOException {
            if (next == -2) {
                try {
                    next = reader.read();
                } catch (CharacterCodingException e) {
                    throw new Refused(name + " line " + line, "is not UTF-8");
                }
            }
            return next;
        }

        private int take() throws IOException {
            int c = peek();
            if (c == '\n') line++;
            next = -2;
            return c;
        }

        void expect(char wanted) throws IOException {
            skipSpace();
            int c = take();
            if (c != wanted) throw wrong("'" + wanted + "'", c);
        }

        /** Whether the next character is this one; if so, it is taken. */
        boolean goesOn(char wanted) throws IOException {
            skipSpace();
            if (peek() != wanted) return false;
            take();
            return true;
        }

        void requireEnd() throws IOException {
            skipSpace();
            if (peek() >= 0) throw new Refused(place(), "goes on behind its end");
        }

        String place() {
            return name.contains(" line ") ? name : name + " line " + line;
        }

        private Refused wrong(String expected, int c) {
            return new Refused(
                    place(),
                    "is no JSON: expected " + expected + ", found " + (c < 0 ? "the end" : "'" + (char) c + "'"));
        }

        private void skipSpace() throws IOException {
            while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') take();
        }

        Object value(int depth) throws IOException {
            if (depth > DEEPEST) throw new Refused(place(), "is nested too deeply");
            skipSpace();
            int c = peek();
            if (c == '{') return object(depth);
            if (c == '[') return array(depth);
            if (c == '"') return string();
            if (c == '-' || c >= '0' && c <= '9') return number();
            if (c == 't') return word("true", true);
            if (c == 'f') return word("false", false);
            if (c == 'n') throw new Refused(place(), "holds null: what is absent is left out");
            throw wrong("a value", take());
        }

        private Object word(String word, Object value) throws IOException {
            for (char wanted : word.toCharArray()) {
                int c = take();
                if (c != wanted) throw wrong(word, c);
            }
            return value;
        }

        private Map<String, Object> object(int depth) throws IOException {
            Map<String, Object> object = new LinkedHashMap<>();
            expect('{');
            if (goesOn('}')) return object;
            do {
                String field = field();
                if (object.put(field, value(depth + 1)) != null)
                    throw new Refused(place(), "has the field " + field + " twice");
            } while (goesOn(','));
            expect('}');
            return object;
        }

        /** A name and the colon behind it. */
        String field() throws IOException {
            skipSpace();
            String field = string();
            expect(':');
            return field;
        }

        private List<Object> array(int depth) throws IOException {
            List<Object> array = new ArrayList<>();
            expect('[');
            if (goesOn(']')) return array;
            do array.add(value(depth + 1));
            while (goesOn(','));
            expect(']');
            return array;
        }

        private Long number() throws IOException {
            StringBuilder digits = new StringBuilder();
            if (peek() == '-') digits.append((char) take());
            while (peek() >= '0' && peek() <= '9' && digits.length() < 20) digits.append((char) take());
            boolean whole = digits.toString().matches("0|-?[1-9][0-9]{0,15}");
            if (!whole
                    || peek() == '.'
                    || peek() == 'e'
                    || peek() == 'E'
                    || Math.abs(Long.parseLong(digits.toString())) > LARGEST)
                throw new Refused(place(), "holds a number that is not a whole one: " + digits + "\u2026");
            return Long.valueOf(digits.toString());
        }

        private String string() throws IOException {
            if (peek() != '"') throw wrong("a text", take());
            take();
            StringBuilder text = new StringBuilder();
            for (int c = take(); c != '"'; c = take()) {
                if (c < 0x20) throw wrong("a text without control characters", c);
                text.append(c == '\\' ? escaped() : (char) c);
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (pair) i++;
                else if (Character.isSurrogate(c)) throw new Refused(place(), "holds half a character");
            }
            return text.toString();
        }

        private char escaped() throws IOException {
            int c = take();
            switch (c) {
                case '"', '\\', '/':
                    return (char) c;
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'u':
                    int unit = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = take();
                        if (digit < 0 || digit > 'f' || !HexFormat.isHexDigit(digit))
                            throw wrong("a hexadecimal digit", digit);
                        unit = unit << 4 | HexFormat.fromHexDigit(digit);
                    }
                    return (char) unit;
                default:
                    throw wrong("an escape", c);
            }
        }

        /** The canonical text of a value: fields by UTF-16 order, no space, nothing escaped that need not be. */
        static String write(Object value) {
            StringBuilder text = new StringBuilder();
            write(value, text);
            return text.toString();
        }

        private static void write(Object value, StringBuilder text) {
            if (value instanceof Map<?, ?> object) {
                String comma = "{";
                Map<String, Object> sorted = new TreeMap<>();
                object.forEach((name, its) -> sorted.put((String) name, its));
                for (Map.Entry<String, Object> field : sorted.entrySet()) {
                    text.append(comma);
                    write(field.getKey(), text);
                    write(field.getValue(), text.append(':'));
                    comma = ",";
                }
                text.append(object.isEmpty() ? "{}" : "}");
            } else if (value instanceof List<?> array) {
                String comma = "[";
                for (Object each : array) {
                    write(each, text.append(comma));
                    comma = ",";
                }
                text.append(array.isEmpty() ? "[]" : "]");
            } else if (value instanceof String string) quote(string, text);
            else text.append(value);
        }

        private static void quote(String string, StringBuilder text) {
            text.append('"');
            for (char c : string.toCharArray()) {
                int escape = "\b\t\n\f\r\"\\".indexOf(c);
                if (escape >= 0) text.append('\\').append("btnfr\"\\".charAt(escape));
                else if (c < 0x20) text.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
                else text.append(c);
            }
            text.append('"');
        }
    }

    /** The fields of a JSON object, asked for by name and type; what does not fit is refused with its place. */
    record Fields(Map<String, Object> values, String place) {

        static Fields of(Object value, String place) {
            if (!(value instanceof Map<?, ?> object)) throw new Refused(place, "must be an object");
            Map<String, Object> values = new LinkedHashMap<>();
            object.forEach((name, its) -> values.put((String) name, its));
            return new Fields(values, place);
        }

        private Refused wrong(String name, String must) {
            Object value = values.get(name);
            return new Refused(place + " " + name, value == null ? "is missing" : "must be " + must + ", not " + value);
        }

        Set<String> names() {
            return new TreeSet<>(values.keySet());
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        Fields exactly(String... names) {
            return exactlyOr(Set.of(), names);
        }

        /** All of these and none but these, apart from some that may be there. */
        Fields exactlyOr(Set<String> perhaps, String... names) {
            Set<String> expected = new TreeSet<>(List.of(names));
            Set<String> given = names();
            given.removeAll(perhaps);
            if (!given.equals(expected)) throw new Refused(place, "has the fields " + given + ", expected " + expected);
            return this;
        }

        void require(String name, String expected) {
            if (!expected.equals(values.get(name)))
                throw new Refused(place + " " + name, "is " + values.get(name) + ", expected " + expected);
        }

        String text(String name) {
            if (values.get(name) instanceof String text) return text;
            throw wrong(name, "a text");
        }

        String textOr(String name) {
            return has(name) ? text(name) : null;
        }

        long number(String name) {
            if (values.get(name) instanceof Long number) return number;
            throw wrong(name, "a whole number");
        }

        Long numberOr(String name) {
            return has(name) ? (Long) number(name) : null;
        }

        List<?> list(String name) {
            if (values.get(name) instanceof List<?> list) return list;
            throw wrong(name, "a list");
        }

        List<?> listOr(String name) {
            return has(name) ? list(name) : List.of();
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            for (Object each : list(name)) {
                if (!(each instanceof String text)) throw wrong(name, "a list of texts");
                texts.add(text);
            }
            return texts;
        }

        List<String> textsOr(String name) {
            return has(name) ? texts(name) : List.of();
        }

        /** Numbers of entries, each greater than the one before. */
        List<Long> ascending(String name) {
            List<Long> numbers = new ArrayList<>();
            for (Object each : list(name)) {
                if (!(each instanceof Long number)
                        || number <= (numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1)))
                    throw wrong(name, "a list of ascending numbers of entries");
                numbers.add(number);
            }
            return numbers;
        }

        /** Hashes of the tree, in base64. */
        List<byte[]> hashes(String name) {
            List<byte[]> hashes = new ArrayList<>();
            for (String each : texts(name)) hashes.add(base64(each, Tree.HASH, place + " " + name));
            return hashes;
        }

        Fields object(String name) {
            return Fields.of(values.get(name), place + " " + name);
        }

        Fields objectOr(String name) {
            return has(name) ? object(name) : null;
        }

        LocalDate day(String name) {
            try {
                LocalDate day = LocalDate.parse(text(name));
                if (day.toString().equals(text(name))) return day;
            } catch (DateTimeException e) {
                // Said below.
            }
            throw wrong(name, "a day such as 2026-03-31");
        }

        LocalDate dayOr(String name) {
            return has(name) ? day(name) : null;
        }

        Instant moment(String name) {
            try {
                Instant moment = Instant.parse(text(name));
                if (moment.toString().equals(text(name))) return moment;
            } catch (DateTimeException e) {
                // Said below.
            }
            throw wrong(name, "a moment such as 2026-04-01T00:00:00Z");
        }
    }

    /** The rows of report.json, one after the other. */
    static final class JsonRows {

        private final Json json;
        private final Manifest manifest;
        private final Map<String, Object> head = new LinkedHashMap<>();
        private int row;

        JsonRows(Zip.Content content, Manifest manifest) throws IOException {
            this.manifest = manifest;
            json = new Json(utf8(content), content.name());
            json.expect('{');
            String field = json.field();
            while (!field.equals("items")) {
                say(field);
                json.expect(',');
                field = json.field();
            }
            json.expect('[');
        }

        private void say(String field) throws IOException {
            if (head.put(field, json.value(1)) != null)
                throw new Refused(json.place(), "has the field " + field + " twice");
        }

        void requireRow(Row expected) throws IOException {
            if (row > 0) json.expect(',');
            row++;
            if (json.goesOn(']'))
                throw new Refused("report.json row " + row, "is missing: " + expected.text("code") + " is expected");
            Object value = json.value(2);
            String place = json.place() + ", row " + row + " (" + expected.text("code") + ")";
            Fields given = Fields.of(value, place);
            for (String name : given.names())
                if (!Row.COLUMNS.contains(name)) throw new Refused(place + " " + name, "is no column of the report");
            for (String column : Row.COLUMNS) {
                Object wanted = expected.cells().get(column);
                if (wanted instanceof LocalDate || wanted instanceof Instant) wanted = wanted.toString();
                if (!Objects.equals(given.values().get(column), wanted))
                    throw new Refused(
                            place + " column " + column,
                            "says " + shown(given.values().get(column)) + ", by the entries it is " + shown(wanted));
            }
        }

        void requireEnd(int rows) throws IOException {
            if (!json.goesOn(']'))
                throw new Refused(json.place(), "goes on behind the " + rows + " rows of manifest.json");
            while (json.goesOn(',')) say(json.field());
            json.expect('}');
            json.requireEnd();
            Fields fields = new Fields(head, "report.json");
            fields.exactly("report", "title", "lang", "asOf", "knownAt", "revision", "filter", "address", "rows");
            fields.text("title");
            fields.require("report", manifest.report());
            fields.require("lang", manifest.lang());
            fields.require("asOf", manifest.asOf().toString());
            fields.require("knownAt", manifest.knownAt().toString());
            fields.require("filter", manifest.filter());
            fields.require("address", manifest.address());
            if (fields.number("revision") != manifest.revision())
                throw new Refused("report.json revision", "is not " + manifest.revision());
            if (fields.number("rows") != rows) throw new Refused("report.json rows", "is not " + rows);
        }
    }

    /** How a value is shown in a refusal. */
    private static String shown(Object value) {
        return value == null
                ? "nothing"
                : Json.write(value instanceof Number || value instanceof List ? value : value.toString());
    }

    /**
     * The rows of report.csv (RFC 4180). A text that begins like a formula, be it behind what is not drawn, has an apostrophe
     * before it, and so has one that begins with an apostrophe; it is taken off again. Each word of a list is guarded.
     */
    static final class Csv {

        // The full-width forms as escapes: "java Verify.java" reads this file in the encoding of the machine.
        private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
        private static final String GUARDED = "\t\r'";

        private final Reader reader;
        private int row;

        Csv(Zip.Content content) {
            reader = utf8(content);
        }

        private String place() {
            return row == 0 ? "report.csv header" : "report.csv row " + row;
        }

        void requireHeader(List<String> columns) throws IOException {
            List<String> header = record();
            if (!columns.equals(header)) throw new Refused(place(), "must be " + String.join(",", columns));
        }

        void requireRow(Row expected) throws IOException {
            row++;
            List<String> cells = record();
            String place = place() + " (" + expected.text("code") + ")";
            if (cells == null) throw new Refused(place, "is missing");
            if (cells.size() != Row.COLUMNS.size())
                throw new Refused(place, "has " + cells.size() + " cells, expected " + Row.COLUMNS.size());
            for (int i = 0; i < cells.size(); i++) {
                String column = Row.COLUMNS.get(i);
                Object wanted = expected.cells().get(column);
                String given =
                        wanted instanceof String ? unguarded(cells.get(i), place + " column " + column) : cells.get(i);
                String expectedCell = wanted instanceof List<?> words
                        ? Row.plain(words.stream()
                                .map(word -> guarded(word.toString()))
                                .toList())
                        : Row.plain(wanted);
                if (!given.equals(expectedCell))
                    throw new Refused(
                            place + " column " + column,
                            "says " + shown(given) + ", by the entries it is " + shown(expectedCell));
            }
        }

        private static String unguarded(String cell, String place) {
            if (!needsGuard(cell)) return cell;
            boolean guard = cell.charAt(0) == '\'' && needsGuard(cell.substring(1));
            if (!guard)
                throw new Refused(place, "begins like a formula and has no apostrophe before it: " + shown(cell));
            return cell.substring(1);
        }

        private static String guarded(String text) {
            return needsGuard(text) ? "'" + text : text;
        }

        private static boolean needsGuard(String text) {
            if (text.isEmpty()) return false;
            int drawn = text.codePoints().filter(Csv::drawn).findFirst().orElse(-1);
            return GUARDED.indexOf(text.charAt(0)) >= 0 || FORMULA.indexOf(drawn) >= 0;
        }

        /** Whether a reader sees it; a spreadsheet may skip what nobody sees. */
        private static boolean drawn(int c) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) return false;
            if (c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800) return false;
            if (c == 0xFFFC || c == 0x1D159) return false;
            if (c >= 0x17B4 && c <= 0x17B5 || c >= 0x180B && c <= 0x180F) return false;
            if (c >= 0x2060 && c <= 0x206F || c >= 0xFE00 && c <= 0xFE0F) return false;
            if (c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF) return false;
            if ((c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF) return false;
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK -> false;
                default -> true;
            };
        }

        void requireEnd(int rows) throws IOException {
            row++;
            if (record() != null) throw new Refused(place(), "is one too many: manifest.json has " + rows);
        }

        /** The cells of the next line; null behind the last one. */
        private List<String> record() throws IOException {
            try {
                int c = reader.read();
                if (c < 0) return null;
                List<String> cells = new ArrayList<>();
                StringBuilder cell = new StringBuilder();
                while (true) {
                    if (c == '"') c = quoted(cell);
                    else
                        for (; c >= 0 && c != ',' && c != '\r'; c = reader.read()) {
                            if (c == '"' || c == '\n')
                                throw new Refused(place(), "has a quote or line break outside of quotes");
                            cell.append((char) c);
                        }
                    cells.add(cell.toString());
                    cell.setLength(0);
                    if (c == '\r' && reader.read() == '\n') return cells;
                    if (c != ',') throw new Refused(place(), "must end with CR LF");
                    c = reader.read();
                }
            } catch (CharacterCodingException e) {
                throw new Refused(place(), "is not UTF-8");
            }
        }

        /** @return the character behind the closing quote */
        private int quoted(StringBuilder cell) throws IOException {
            while (true) {
                int c = reader.read();
                if (c < 0) throw new Refused(place(), "ends within quotes");
                if (c == '"') {
                    c = reader.read();
                    if (c != '"') return c;
                }
                cell.append((char) c);
            }
        }
    }

    /** A text and who signed it (C2SP signed-note). */
    record Note(String text, List<Signed> signatures, String place) {

        /** @param signature four bytes of the key's id and what it signed */
        record Signed(String name, byte[] signature, String place) {}

        /** A text without any signature is a note that nobody signed. */
        static Note parse(String note, String place) {
            if (!note.endsWith("\n")) throw new Refused(place, "must end with a line feed");
            if (note.chars().anyMatch(c -> c < 0x20 && c != '\n'))
                throw new Refused(place, "holds a control character");
            int border = note.lastIndexOf("\n\n");
            if (border < 0) return new Note(note, List.of(), place);
            String text = note.substring(0, border + 1);
            long line = text.lines().count() + 1;
            List<Signed> signatures = new ArrayList<>();
            for (String each : note.substring(border + 2).lines().toList()) {
                String where = place + " line " + ++line;
                String[] parts = each.split(" ", -1);
                if (parts.length != 3 || !parts[0].equals("\u2014") || parts[1].isEmpty())
                    throw new Refused(where, "must be a signature: \u2014 name base64");
                signatures.add(new Signed(parts[1], base64(parts[2], where), where));
            }
            if (signatures.isEmpty()) throw new Refused(place + " line " + line, "has no signature behind it");
            return new Note(text, signatures, place);
        }

        boolean signed() {
            return !signatures.isEmpty();
        }
    }

    /** A key that verifies: {@code name+id+base64}, Ed25519. */
    record Key(String name, String id, PublicKey key, String line) {

        static final int ID = 4;
        static final int SIGNATURE = 64;
        private static final int RAW = 32;
        private static final byte ED25519 = 1;

        /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
        private static final String X509 = "302a300506032b6570032100";

        static Key parse(String line, String place) {
            String[] parts = line.split("\\+", 3);
            if (parts.length != 3 || parts[0].isEmpty() || parts[0].contains(" "))
                throw new Refused(place, "must be a key: name+id+base64");
            byte[] raw = base64(parts[2], 1 + RAW, place);
            if (raw[0] != ED25519) throw new Refused(place, "must be an Ed25519 key");
            MessageDigest sha256 = sha256();
            sha256.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
            String id = hex(Arrays.copyOf(sha256.digest(raw), ID));
            if (!id.equals(parts[1]))
                throw new Refused(place, "has the id " + parts[1] + ", its name and key give " + id);
            try {
                byte[] encoded = HexFormat.of().parseHex(X509 + hex(Arrays.copyOfRange(raw, 1, raw.length)));
                PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
                return new Key(parts[0], id, key, line);
            } catch (GeneralSecurityException e) {
                throw new Refused(place, "is no key: " + e.getMessage());
            }
        }

        /** All keys of a file, one a line. */
        static List<Key> parseAll(String text, String place) {
            List<Key> keys = new ArrayList<>();
            if (!text.isEmpty() && !text.endsWith("\n")) throw new Refused(place, "must end with a line feed");
            int line = 0;
            for (String each : text.lines().toList()) keys.add(parse(each, place + " line " + ++line));
            return keys;
        }

        boolean same(Key other) {
            return line.equals(other.line);
        }

        /** Whether a signature says that it is by this key; others may have signed a checkpoint too. */
        boolean named(Note.Signed signed) {
            return signed.name().equals(name)
                    && hex(Arrays.copyOf(signed.signature(), ID)).equals(id);
        }

        boolean verifies(String text, Note.Signed signed) {
            if (signed.signature().length != ID + SIGNATURE) return false;
            try {
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(key);
                ed25519.update(text.getBytes(StandardCharsets.UTF_8));
                return ed25519.verify(signed.signature(), ID, SIGNATURE);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** The keys that --key names: a file of them, or a key itself. */
    record Pinned(String given, List<Key> keys) {

        static Pinned of(String given) {
            boolean literal = given.matches("[^+ ]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+") && !Files.exists(path(given));
            String text = literal ? given : read(given);
            try {
                List<Key> keys = Key.parseAll(
                        text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n"), literal ? "--key" : given);
                if (keys.isEmpty()) throw new Unusable(given, "holds no key");
                return new Pinned(given, keys);
            } catch (Refused e) {
                throw new Unusable(e.place, e.getMessage());
            }
        }
    }

    /** The checkpoint that --since names, which was kept. */
    record Old(String file, Note note, Checkpoint checkpoint) {

        static Old of(String file) {
            try {
                Note note = Note.parse(read(file), file);
                return new Old(file, note, Checkpoint.of(note));
            } catch (Refused e) {
                throw new Unusable(e.place, "is no checkpoint: " + e.getMessage());
            }
        }
    }

    /** Whose word it rests on. */
    record Trust(String mode, List<String> words, List<Key> keys) {

        static final String PINNED = "PINNED KEY";

        /** @param pinned null when it was left out */
        static Trust of(Pinned pinned, String file, List<Note> notes) {
            List<Key> keys = Key.parseAll(file, "key.pub");
            boolean unsigned = keys.isEmpty() && notes.stream().noneMatch(Note::signed);
            if (unsigned && pinned != null) throw new Refused("key.pub", "is empty: nobody signed this bundle");
            if (unsigned)
                return new Trust(
                        "UNSIGNED",
                        List.of(
                                "!!! NOBODY SIGNED THIS BUNDLE. !!!",
                                "It agrees with itself, and that is all: anyone can have made it up, entries and all."),
                        keys);
            for (Note note : notes) requireSigned(note, keys);
            // Nobody but us signs a manifest, so no line of it may be another's.
            Note manifest = notes.get(notes.size() - 1);
            for (Note.Signed signed : manifest.signatures())
                if (keys.stream().noneMatch(key -> key.named(signed)))
                    throw new Refused(signed.place(), "is by a key that is not in key.pub: " + signed.name());
            if (pinned == null)
                return new Trust(
                        "KEY FROM THE BUNDLE",
                        List.of(
                                "Signed by " + names(keys) + ".",
                                "The key came with the bundle, so whoever made the bundle may have made the key. Get the"
                                        + " register's key another way",
                                "(from /api/v1/log/keys, in print, from someone else) and give it with --key."),
                        keys);
            List<Key> wanted = new ArrayList<>(pinned.keys());
            wanted.removeIf(key -> keys.stream().noneMatch(key::same));
            for (Note note : notes)
                if (note.signatures().stream()
                        .noneMatch(signed -> wanted.stream().anyMatch(key -> key.named(signed))))
                    throw new Refused(
                            note.place(),
                            "is signed by " + names(keys) + ", not by the key you gave with --key " + pinned.given());
            return new Trust(
                    PINNED,
                    List.of(
                            "Signed by " + names(wanted) + ", which you gave.",
                            "Nobody on the way can have added, dropped or changed a row or an entry; only who holds this key"
                                    + " could."),
                    keys);
        }

        private static String names(List<Key> keys) {
            return keys.isEmpty()
                    ? "nobody"
                    : keys.stream().map(key -> key.name() + "+" + key.id()).collect(Collectors.joining(", "));
        }

        /**
         * A note that was kept must be by one of the same keys. Where it is not, the bundle may be somebody else's; but where
         * the key is the one that was pinned, or what it is said to have signed was altered, the fault is in what was kept.
         */
        void requireKept(Note note) {
            if (keys.isEmpty())
                throw new Refused("key.pub", "is empty: an unsigned log cannot be compared with an older one");
            boolean ofTheLog =
                    note.signatures().stream().anyMatch(signed -> keys.stream().anyMatch(key -> key.named(signed)));
            try {
                requireSigned(note, keys);
            } catch (Refused e) {
                if (!note.signed() || ofTheLog || mode.equals(PINNED)) throw new Unusable(e.place, e.getMessage());
                throw e;
            }
        }

        /** At least one of the keys signs; and where one of them is named, it really did. */
        private static void requireSigned(Note note, List<Key> keys) {
            if (!note.signed()) throw new Refused(note.place(), "is not signed");
            boolean known = false;
            for (Note.Signed signed : note.signatures())
                for (Key key : keys) {
                    if (!key.named(signed)) continue;
                    if (!key.verifies(note.text(), signed))
                        throw new Refused(
                                signed.place(),
                                "the signature of " + key.name() + "+" + key.id() + " does not fit the text");
                    known = true;
                }
            if (!known) throw new Refused(note.place(), "is signed by none of the keys in key.pub: " + names(keys));
        }
    }

    /** How many entries the log has, and the hash over all of them (C2SP tlog-checkpoint). */
    record Checkpoint(String origin, long size, String root) {

        static Checkpoint of(Note note) {
            List<String> lines = note.text().lines().toList();
            if (lines.size() < 3) throw new Refused(note.place(), "must have three lines: origin, size, root");
            if (!lines.get(1).matches("0|[1-9][0-9]{0,15}"))
                throw new Refused(note.place() + " line 2", "must be the number of entries");
            base64(lines.get(2), Tree.HASH, note.place() + " line 3");
            return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
        }

        @Override
        public String toString() {
            return size + " entries of " + origin + " under " + root;
        }
    }

    /** The proof that a log of one size is the beginning of a larger one. */
    record Growth(long from, String fromRoot, long to, List<byte[]> hashes) {

        private static final String PLACE = "consistency.json";

        static Growth read(String text) {
            Fields fields = Json.canonical(text, PLACE).exactly("from", "fromRoot", "hashes", "to");
            base64(fields.text("fromRoot"), Tree.HASH, PLACE + " fromRoot");
            return new Growth(
                    fields.number("from"), fields.text("fromRoot"), fields.number("to"), fields.hashes("hashes"));
        }

        void require(Checkpoint checkpoint) {
            if (to != checkpoint.size())
                throw new Refused(PLACE + " to", "is " + to + ", expected " + checkpoint.size());
            if (from < 1 || from > to) throw new Refused(PLACE + " from", "must be from 1 to " + to);
            Tree.requireGrowth(this, checkpoint.root(), PLACE);
        }
    }

    /** The tree of hashes over the log (RFC 6962, 2.1; the checks as in RFC 9162, 2.1.3.2 and 2.1.4.2). */
    static final class Tree {

        static final int HASH = 32;
        private static final byte LEAF = 0;
        private static final byte NODE = 1;

        private Tree() {}

        static byte[] leaf(byte[] text) {
            MessageDigest sha256 = sha256();
            sha256.update(LEAF);
            return sha256.digest(text);
        }

        private static byte[] node(byte[] left, byte[] right) {
            MessageDigest sha256 = sha256();
            sha256.update(NODE);
            sha256.update(left);
            return sha256.digest(right);
        }

        /** The root that a leaf and the hashes beside its way up give. */
        static String rootOver(byte[] leaf, long index, long size, List<byte[]> hashes, String place) {
            if (index >= size) throw new Refused(place, "is behind the " + size + " entries of the log");
            long at = index;
            long last = size - 1;
            byte[] hash = leaf;
            for (byte[] beside : hashes) {
                if (last == 0) throw new Refused(place + " hashes", "are too many");
                if ((at & 1) == 1 || at == last) {
                    hash = node(beside, hash);
                    while ((at & 1) == 0 && at != 0) {
                        at >>= 1;
                        last >>= 1;
                    }
                } else hash = node(hash, beside);
                at >>= 1;
                last >>= 1;
            }
            if (last != 0) throw new Refused(place + " hashes", "are too few");
            return Base64.getEncoder().encodeToString(hash);
        }

        static void requireGrowth(Growth growth, String root, String place) {
            List<byte[]> hashes = new ArrayList<>(growth.hashes());
            byte[] former = Base64.getDecoder().decode(growth.fromRoot());
            if (growth.from() == growth.to()) {
                if (!hashes.isEmpty()) throw new Refused(place + " hashes", "are too many");
                if (!growth.fromRoot().equals(root))
                    throw new Refused(place + " fromRoot", "is not the root of the checkpoint");
                return;
            }
            if (Long.bitCount(growth.from()) == 1) hashes.add(0, former);
            if (hashes.isEmpty()) throw new Refused(place + " hashes", "are too few");
            long at = growth.from() - 1;
            long last = growth.to() - 1;
            while ((at & 1) == 1) {
                at >>= 1;
                last >>= 1;
            }
            byte[] first = hashes.get(0);
            byte[] second = first;
            for (byte[] beside : hashes.subList(1, hashes.size())) {
                if (last == 0) throw new Refused(place + " hashes", "are too many");
                if ((at & 1) == 1 || at == last) {
                    first = node(beside, first);
                    second = node(beside, second);
                    while ((at & 1) == 0 && at != 0) {
                        at >>= 1;
                        last >>= 1;
                    }
                } else second = node(second, beside);
                at >>= 1;
                last >>= 1;
            }
            if (last != 0) throw new Refused(place + " hashes", "are too few");
            if (!Arrays.equals(first, former)) throw new Refused(place, "does not lead to the root of the smaller log");
            if (!Base64.getEncoder().encodeToString(second).equals(root))
                throw new Refused(place, "does not lead to the root of the checkpoint: the log was not only added to");
        }
    }

    /** So many bytes. */
    private static byte[] base64(String text, int length, String place) {
        byte[] bytes = base64(text, place);
        if (bytes.length != length) throw new Refused(place, "must be " + length + " bytes in base64");
        return bytes;
    }

    /** Bytes, written in the one way in which they can be. */
    private static byte[] base64(String text, String place) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Refused(place, "must be base64");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
