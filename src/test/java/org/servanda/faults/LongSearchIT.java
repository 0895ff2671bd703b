package org.servanda.faults;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Sixteen clients without a key search for as much as a query may hold, again and again, while sixteen others submit updates and one
 * reads. Each sends as many as the property {@code servanda.searches} says; {@code bench/faults/long-search.sh} runs the
 * long form.
 */
class LongSearchIT {

    private static final int SEARCHES = Integer.getInteger("servanda.searches", 6);

    private static final int SEARCHERS = 16;

    private static final long PATIENCE_SECONDS = 300;

    /** Of as many terms as 200 characters can have, in one word and in twenty. */
    private static final List<String> LONGEST = List.of(
            IntStream.range(0, 200).mapToObj(i -> Character.toString('一' + i)).collect(Collectors.joining()),
            "中国与东盟".repeat(40),
            "a.b.c.".repeat(33),
            "算a".repeat(100),
            "合作 数字 经济 人工 智能 网络 安全 信息 通信 技术 发展 共同 推动 加强 建设 国家 中国 东盟 和 的",
            "a b c d e f g h i j k l m n o p q r s t");

    private static final String AT_WORK = "select count(*) from pg_stat_activity where state = 'active'"
            + " and backend_type = 'client backend' and pid <> pg_backend_pid()";

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        search(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            search(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private static void search(PackagedProgram program) throws Exception {
        try (ProgramProcess service = program.start()) {
            Bystander bystander = new Bystander(service, program.secretariat(service));
            ReportingClients reportingClients = ReportingClients.on(program, service);
            Searches searches = new Searches(service);
            bystander.during(() -> reportingClients.send(service, () -> {
                reportingClients.awaitMore(1);
                searches.run();
                reportingClients.awaitMore(1);
            }));
            List<String> faults = new ArrayList<>(bystander.wrong());
            faults.addAll(searches.wrong);
            if (searches.found.count() == 0) faults.add("no search was answered");
            if (bystander.answered() == 0) faults.add("nobody was answered");
            FaultRunResult result = reportingClients.judge(service).with(faults);
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("searches", searches.found.count());
            more.put("slowest search", String.format(Locale.ROOT, "%.0f ms", searches.found.millis(1)));
            more.put("searches refused", searches.refused.count());
            bystander.tell(more);
            service.peakMemory().ifPresent(most -> more.put("most memory", most + " MiB"));
            service.stop();
            program.checkStandings();
            result.printAndAssert(SEARCHERS + " long searches at a time, " + program.store(), more);
        }
    }

    /** A lock stands for whatever makes a search slow, so that the test does not depend on the machine. */
    @Test
    void whatTakesTooLongIsGivenUpByTheDatabaseToo() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            PackagedProgram program = PackagedProgram.onPostgresql(server, folder.resolve("admin.key"))
                    .with(Map.of("SERVANDA_STORE_PATIENCE", "4"));
            try (ProgramProcess service = program.start();
                    Connection own = server.getPostgresDatabase().getConnection();
                    Statement statement = own.createStatement()) {
                String bearer = program.secretariat(service);
                own.setAutoCommit(false);
                statement.execute("lock table commitment_term in access exclusive mode");
                List<CompletableFuture<Answer>> asked = new ArrayList<>();
                ExecutorService clients = Executors.newFixedThreadPool(SEARCHERS);
                for (int client = 0; client < SEARCHERS; client++)
                    asked.add(CompletableFuture.supplyAsync(() -> ask(service, LONGEST.get(0)), clients));
                // Others are served meanwhile.
                assertEquals(
                        200,
                        service.ask("/api/v1/commitments?area=AI&limit=5", bearer)
                                .status());
                assertEquals(200, service.health("ready"));
                for (CompletableFuture<Answer> one : asked) {
                    assertEquals(503, one.join().status(), one.join().body());
                    assertTrue(one.join().retryAfter().isPresent(), "Retry-After");
                }
                clients.shutdown();
                assertTrue(
                        asked.stream().anyMatch(one -> one.join().body().contains("Ask for less at a time")),
                        asked.get(0).join().body());
                assertEquals(0, count(server, AT_WORK), "statements that nobody waits for");
            }
        }
    }

    private static Answer ask(ProgramProcess service, String q) {
        try {
            return service.ask("/api/v1/commitments?count=true&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** All searches of all clients. */
    private static final class Searches {

        private final ProgramProcess service;
        private final Latencies found = new Latencies();
        private final Latencies refused = new Latencies();
        private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

        Searches(ProgramProcess service) {
            this.service = service;
        }

        void run() throws InterruptedException {
            ExecutorService clients = Executors.newFixedThreadPool(SEARCHERS);
            for (int client = 0; client < SEARCHERS; client++) {
                int first = client;
                clients.submit(() -> {
                    for (int i = 0; i < SEARCHES; i++) search(LONGEST.get((first + i) % LONGEST.size()));
                    return null;
                });
            }
            clients.shutdown();
            if (!clients.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new AssertionError("a search is never answered");
        }

        private void search(String q) {
            long begin = System.nanoTime();
            try {
                Answer answer = ask(service, q);
                if (answer.status() == 200) found.add(begin);
                else if (answer.status() == 503 && answer.retryAfter().isPresent()) refused.add(begin);
                else wrong.add(answer.status() + " " + answer.body());
            } catch (UncheckedIOException cut) {
                wrong.add("no answer: " + cut.getCause());
            }
        }
    }
}
