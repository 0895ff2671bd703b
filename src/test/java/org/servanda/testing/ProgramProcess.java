package org.servanda.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The packaged program in a process of its own, as an operator runs it. */
public class ProgramProcess implements AutoCloseable {

    /** Not a measure of anything: a busy machine is slow, and what never comes must end the test. */
    private static final long PATIENCE_SECONDS = 300;

    private static final long PAUSE_MILLIS = 50;

    /** For a JVM that lives for seconds: no second compiler, whose work would not pay any more, and a small heap. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");

    /** As long as clients wait for one: far longer than the service waits for its store, far shorter than for ever. */
    private static final Duration ANSWER = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private ProgramProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** What was answered. */
    public record Answer(int status, String body, Optional<String> retryAfter, Optional<String> tag) {

        static Answer of(HttpResponse<String> answer) {
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Retry-After"),
                    answer.headers().firstValue("ETag"));
        }
    }

    /** The settings for a PostgreSQL server. */
    public static Map<String, String> storeOf(EmbeddedPostgres server) {
        return Map.of(
                "SERVANDA_DB_URL", server.getJdbcUrl("postgres", "postgres"),
                "SERVANDA_DB_USER", "postgres",
                "SERVANDA_DB_PASSWORD", "postgres");
    }

    /** The same as another user, who has this password. */
    public static Map<String, String> storeOf(EmbeddedPostgres server, String user, String password) {
        return Map.of(
                "SERVANDA_DB_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                "SERVANDA_DB_USER", user,
                "SERVANDA_DB_PASSWORD", password);
    }

    /**
     * Starts the build in {@code target/<app>} with these settings and perhaps a command; does not wait. One that is to
     * answer is given no ports: it gets free ones.
     */
    public static ProgramProcess start(String app, Map<String, String> settings, String... command) {
        try {
            int port = freePort();
            int managementPort = freePort();
            Path log = Files.createTempFile("servanda", ".log");
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(SHORT_LIVED);
            line.addAll(
                    List.of("-jar", Path.of("target", app, "quarkus-run.jar").toString()));
            line.addAll(List.of(command));
            ProcessBuilder builder = new ProcessBuilder(line);
            Map<String, String> environment = new HashMap<>(settings);
            environment.putIfAbsent("QUARKUS_HTTP_PORT", "" + port);
            environment.putIfAbsent("QUARKUS_MANAGEMENT_PORT", "" + managementPort);
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ProgramProcess(process, port, managementPort, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** A connection of one's own, for what no HTTP client would send. */
    public Socket connect() throws IOException {
        return new Socket("localhost", port);
    }

    /** The most memory that it ever had, in MiB; unknown where the machine has no /proc. */
    public OptionalLong peakMemory() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) return OptionalLong.empty();
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst();
    }

    /** Waits until it answers. */
    public ProgramProcess awaitReady() throws InterruptedException {
        await("answering", this::answers);
        return this;
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) throw new AssertionError("the program ended:\n" + output());
        try {
            get("/api/v1/areas");
            return true;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Something that comes true sooner or later. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until something is so. */
    public void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds(condition)) {
            if (System.nanoTime() > end) throw new AssertionError("it is not " + what + ":\n" + output());
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has said, once that holds these words. */
    public String awaitOutput(String words) throws InterruptedException {
        for (long left = PATIENCE_SECONDS * 5; left > 0; left--) {
            if (output().contains(words)) return output();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("it does not say " + words + ":\n" + output());
    }

    /** Whatever is answered. */
    public Answer ask(String path) throws InterruptedException {
        return ask(port, path);
    }

    /** The same for whoever has this key. */
    public Answer ask(String path, String bearer) throws InterruptedException {
        return send(changing(path, bearer).GET());
    }

    /** The status of a health check: live or ready. */
    public int health(String check) throws InterruptedException {
        return ask(managementPort, "/q/health/" + check).status();
    }

    private Answer ask(int at, String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + at + path)));
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return Answer.of(http.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a 200 answer. */
    public String get(String path) throws InterruptedException {
        Answer answer = ask(path);
        if (answer.status() != 200) throw new AssertionError(path + " -> " + answer.body());
        return answer.body();
    }

    /** Sends a change; who sends it again uses the same key. */
    public Answer post(String path, String bearer, String idempotencyKey, String body) throws InterruptedException {
        return send(changing(path, bearer)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Changes what has this tag. */
    public Answer patch(String path, String bearer, String tag, String body) throws InterruptedException {
        return send(changing(path, bearer)
                .header("If-Match", tag)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder changing(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + bearer);
    }

    /** A key for a role that needs no party, issued with the admin's. */
    public String issue(String admin, String role) throws InterruptedException {
        Answer answer = post(
                "/api/v1/api-keys",
                admin,
                UUID.randomUUID().toString(),
                "{\"role\":\"" + role + "\",\"label\":\"test\"}");
        if (answer.status() != 201) throw new AssertionError(answer.body());
        return answer.body().replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");
    }

    /** The exit status, once the program has ended by itself. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("it goes on:\n" + output());
        return process.exitValue();
    }

    /** Asks it to stop, as a service manager does (SIGTERM). */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** Gives it no chance (SIGKILL). */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Stops all its threads where they are, as a machine does that is suspended (SIGSTOP). */
    public void freeze() throws IOException {
        signal("STOP");
    }

    /** Lets it go on. */
    public void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
        if (kill.onExit().join().exitValue() != 0) throw new IOException("no signal " + name);
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
