package org.servanda.documentation;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document, read by somebody who types what it says, in order, in one bash, at the root of a project that was built,
 * and compares what is printed with what is shown. Where it says port 8080, another one is used that is free.
 */
public final class DocumentRun implements AutoCloseable {

    /** In the place of a key that is pasted: the one that was printed last. */
    private static final String PASTED = "svd_…";

    private static final Pattern KEY = Pattern.compile("svd_\\w+");

    /** What a project that was built has of its own; the folder {@code data} is the reader's. */
    private static final Set<String> NOT_OF_THE_READER = Set.of("data", ".git");

    /**
     * What is different for this reader, who has job control like others. Maven has built the program before, and its test cannot run inside itself:
     * these three commands count as done, no other does. A program that a reader lets serve in a terminal of its own,
     * and ends there before the next one, is started beside; what it has printed when it serves is its output.
     */
    private static final String READER =
            """
            set -m
            mvn() {
                case "$*" in
                    '-ntp -DskipTests package' | '-B -ntp verify' | '-q dependency:unpack@keycloak') ;;
                    *) echo "the build has not done this: mvn $*" >&2; return 1 ;;
                esac
            }
            java() {
                [[ "$*" = *'-jar target/quarkus-app/quarkus-run.jar' ]] || { command java "$@"; return; }
                [ $BASHPID = $$ ] || exec java "$@"
                [ -z "$SERVING" ] || { kill $SERVING; wait $SERVING; }
                > "$TERMINAL"
                env java "$@" >> "$TERMINAL" 2>&1 &
                SERVING=$!
                until grep -q /q/swagger-ui "$TERMINAL"; do kill -0 $SERVING || return; sleep 0.2; done
                cat "$TERMINAL"
            }
            """;

    private final Path document;
    private final Path project;
    private final Iterator<DocumentStep> steps;
    private final ShellSession shell;

    /** What the document says, and what is said in its place. */
    private final Map<String, String> replaced;

    private String lastKey = PASTED;

    private DocumentRun(
            Path document, Path project, List<DocumentStep> steps, ShellSession shell, Map<String, String> replaced) {
        this.document = document;
        this.project = project;
        this.steps = steps.iterator();
        this.shell = shell;
        this.replaced = replaced;
    }

    /**
     * @param folder an empty one
     * @param replaced further texts of the document with what is said in their place, such as an address
     * @param settings further variables of the environment
     */
    public static DocumentRun of(Path document, Path folder, Map<String, String> replaced, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> all = new HashMap<>(replaced);
        all.put("localhost:8080", "localhost:" + port);
        Path project = projectIn(Files.createDirectory(folder.resolve("project")));
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("QUARKUS_MANAGEMENT_PORT", "" + freePort());
        environment.put("TERMINAL", scripts.resolve("terminal").toString());
        List<DocumentStep> steps = steps(document);
        ShellSession shell = ShellSession.in(project, scripts, environment);
        shell.run(READER);
        return new DocumentRun(document, project, steps, shell, all);
    }

    /**
     * A port that is free for long: a document may take minutes before it starts what listens there. Not one of those
     * that the system lends to clients (from 32768 on in Linux, from 49152 on elsewhere).
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }

    private static List<DocumentStep> steps(Path document) throws IOException {
        try {
            return DocumentStep.of(Files.readAllLines(document));
        } catch (IllegalArgumentException e) {
            throw new AssertionError(document + ", " + e.getMessage(), e);
        }
    }

    private static Path projectIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
            for (Path file : files.toList()) {
                Path name = file.getFileName();
                if (!NOT_OF_THE_READER.contains(name.toString())) Files.createSymbolicLink(folder.resolve(name), file);
            }
        }
        return folder;
    }

    /** All steps that are left. */
    public void finish() throws IOException, InterruptedException {
        while (steps.hasNext()) next();
    }

    /** The next steps up to and including the first whose commands contain this text. */
    public void through(String text) throws IOException, InterruptedException {
        while (steps.hasNext()) if (next().command().text().contains(text)) return;
        throw new AssertionError(document + " does not say " + text);
    }

    /** What a variable of the session holds. */
    public String value(String variable) throws IOException, InterruptedException {
        return shell.run("printf %s \"$" + variable + "\"").output();
    }

    private DocumentStep next() throws IOException, InterruptedException {
        DocumentStep step = steps.next();
        Set<String> today = new TreeSet<>(Set.of(today()));
        ShellSession.Result result = shell.run(asTyped(step.command().text()));
        today.add(today());
        String told = asShown(result.output());
        KEY.matcher(told).results().map(MatchResult::group).forEach(key -> lastKey = key);
        Optional<String> fault = result.status().equals("0")
                ? difference(step, told, today)
                : Optional.of("the commands end with: " + result.status());
        if (fault.isPresent()) throw new AssertionError(fault(step, fault.get(), told, result.errors()));
        return step;
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private String asTyped(String text) {
        String typed = text.replace(PASTED, lastKey);
        for (Map.Entry<String, String> one : replaced.entrySet()) typed = typed.replace(one.getKey(), one.getValue());
        return typed;
    }

    private String asShown(String text) {
        String shown = text;
        for (Map.Entry<String, String> one : replaced.entrySet()) shown = shown.replace(one.getValue(), one.getKey());
        return shown;
    }

    private static Optional<String> difference(DocumentStep step, String told, Set<String> today) {
        FencedBlock shown = step.output().orElse(step.command());
        String expected = step.output().map(FencedBlock::text).orElse("");
        ExpectedOutput output = new ExpectedOutput(shown.info().equals("json"), expected, today);
        boolean serves = step.command().text().endsWith("-jar target/quarkus-app/quarkus-run.jar");
        return serves ? output.missingLine(told) : output.difference(told);
    }

    private String fault(DocumentStep step, String fault, String told, String errors) {
        return """
                %s, line %d: %s

                --- run
                %s
                --- expected%s
                %s
                --- printed
                %s
                --- printed to standard error
                %s"""
                .formatted(
                        document,
                        step.command().line(),
                        fault,
                        step.command().text(),
                        step.output().map(block -> ", line " + block.line()).orElse(""),
                        step.output().map(FencedBlock::text).orElse("nothing"),
                        told.strip(),
                        errors.strip());
    }

    @Override
    public void close() throws IOException {
        shell.close();
        try (Stream<Path> files = Files.list(project)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) Files.delete(link);
        }
    }
}
