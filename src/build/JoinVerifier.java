import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Joins the files of the package {@code org.servanda.verify} to the one file {@code Verify.java}, which an auditor runs with a
 * JDK alone. The build calls it; an auditor who has the sources calls it too, and compares the result:
 *
 * <pre>java src/build/JoinVerifier.java src/main/java/org/servanda/verify Verify.java</pre>
 *
 * <p>The same files give the same bytes on each machine. It refuses what would not work in one file on a JDK alone.
 */
final class JoinVerifier {

    private static final String PACKAGE = "org.servanda.verify";

    private static final String HEADING =
            """
            // The verifier of a Servanda register, in one file. The sources of the register hold it in many files, in
            // src/main/java/org/servanda/verify; src/build/JoinVerifier.java has joined them.
            """;

    /** The types in the order in which a reader needs them, by subject. The class to be run must be the first one. */
    private static final List<List<String>> ORDER = List.of(
            // The command
            List.of("Verify", "Options", "InputFiles", "UnusableFileException", "RefusedException"),
            // The bundle as a whole
            List.of("BundleVerification", "Conclusion", "Manifest", "ReportVerification", "EntryReader", "Entry"),
            // The rules: from events to a state
            List.of(
                    "CommitmentEvent",
                    "Replay",
                    "Timeline",
                    "Instrument",
                    "EditTimeline",
                    "AssignedLead",
                    "UncorrectedUpdate",
                    "StatusStatement",
                    "StatusTimeline",
                    "StatusDecision",
                    "Percent",
                    "Assessments",
                    "AssessmentJudgement",
                    "EvidenceCount",
                    "ReportingDuty",
                    "CommitmentState",
                    "Progress",
                    "Status",
                    "Assurance",
                    "RollUp",
                    "Schedule",
                    "Freshness"),
            // The report: from a state to a row
            List.of("StatusRow", "Labels", "Filter", "CsvReportReader", "JsonReportReader"),
            // Signatures and hashes
            List.of(
                    "Trust",
                    "PinnedKeys",
                    "KeptCheckpoint",
                    "Checkpoint",
                    "SignedNote",
                    "VerifierKey",
                    "InclusionProof",
                    "ConsistencyProof",
                    "MerkleTree",
                    "Sha256",
                    "Base64Text"),
            // Formats of files
            List.of(
                    "BundleZip",
                    "ZipDirectory",
                    "ZipBytes",
                    "MemberStream",
                    "LineReader",
                    "Utf8",
                    "CsvReader",
                    "CsvCell",
                    "JsonReader",
                    "JsonObject",
                    "CanonicalJson"));

    private final Set<String> imports = new TreeSet<>();
    private final List<String> types = new ArrayList<>();

    private JoinVerifier() {}

    /** @param args the folder of the package, and the file to be written */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) throw new IllegalArgumentException("usage: java JoinVerifier.java folder file");
        Path target = Path.of(args[1]).toAbsolutePath();
        String joined = new JoinVerifier().join(Path.of(args[0]));
        Files.createDirectories(target.getParent());
        Files.writeString(target, joined, StandardCharsets.US_ASCII);
    }

    private String join(Path folder) throws IOException {
        List<String> names = ORDER.stream().flatMap(List::stream).toList();
        requireAll(names, folder);
        for (String name : names) add(name, folder.resolve(name + ".java"));
        requireNoClash(names);
        StringBuilder joined = new StringBuilder(HEADING).append('\n');
        for (String name : imports) joined.append("import ").append(name).append(";\n");
        for (String type : types) joined.append('\n').append(type);
        return joined.toString();
    }

    private static void requireAll(List<String> names, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> present = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("package-info.java"))
                    .forEach(name -> present.add(name.replaceFirst("\\.java$", "")));
            Set<String> ordered = new TreeSet<>(names);
            if (!present.equals(ordered))
                throw new IllegalStateException("ORDER in JoinVerifier.java must name each type of " + folder + ": "
                        + difference(present, ordered));
        }
    }

    private static Set<String> difference(Set<String> first, Set<String> second) {
        Set<String> difference = new TreeSet<>(first);
        difference.addAll(second);
        difference.removeIf(name -> first.contains(name) && second.contains(name));
        return difference;
    }

    /** Takes a file apart: package and imports, and the type with its Javadoc. */
    private void add(String name, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++)
            if (!lines.get(i).chars().allMatch(c -> c < 0x80))
                throw new IllegalStateException(file + " line " + (i + 1)
                        + " must be ASCII: java reads a source file in the encoding of the machine");
        int next = 0;
        for (; next < lines.size(); next++) {
            String line = lines.get(next);
            if (line.startsWith("import ")) addImport(line, file);
            else if (!line.isEmpty() && !line.equals("package " + PACKAGE + ";")) break;
        }
        types.add(String.join("\n", lines.subList(next, lines.size())) + "\n");
    }

    private void addImport(String line, Path file) {
        String name = line.substring("import ".length(), line.length() - 1);
        if (!name.startsWith("java.") || name.endsWith("*"))
            throw new IllegalStateException(file + " must import types of the JDK, one by one: " + line);
        imports.add(name);
    }

    /** In one file a simple name means one type. */
    private void requireNoClash(List<String> names) {
        Set<String> simple = new TreeSet<>(names);
        for (String name : imports)
            if (!simple.add(name.substring(name.lastIndexOf('.') + 1)))
                throw new IllegalStateException("two types have the simple name of " + name);
    }
}
