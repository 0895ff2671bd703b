package org.servanda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets 32 clients report progress, to the service by wrk and to the same PostgreSQL by pgbench in turn. Afterwards the
 * register does not hold together any more: what pgbench writes only weighs as much.
 */
final class Reports {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 3;

    /** PostgreSQL tells what an idle connection has written after ten seconds. */
    private static final long STATISTICS_MILLIS = 11_000;

    /** Commitments with entries that are open, so that to report the same status again is no move. */
    private static final String OPEN =
            """
            create table bench_open as
            select row_number() over (order by code) as n, code, instrument, status
            from standing
            where latest and status in ('declared', 'exploring', 'preparing', 'in_progress') and code like 'SYN-%'
              and exists (select from ledger_entry where subject = 'commitment/' || code)""";

    /** Half of them for each side. */
    private static final String TARGETS_OF_PGBENCH =
            "create table bench_target as select n / 2 as id, code, instrument from bench_open where n % 2 = 0;"
                    + " alter table bench_target add primary key (id); analyze bench_target";

    private static final String TARGETS_OF_SERVICE = "select code || ' ' || status from bench_open where n % 2 = 1";

    /** Counts that there are, one more each: those of the assurance, since that is what most reports change. */
    private static final String COUNTS =
            """
            select format(
              'insert into commitment_tally (dimension, facet_value, other_dimension, other_value, period, starts_on, n) '
              'values (%L, %L, %L, %L, %L, %L, 1) '
              'on conflict (dimension, other_dimension, period, starts_on, facet_value, other_value) '
              'do update set n = commitment_tally.n + excluded.n;',
              dimension, facet_value, other_dimension, other_value, period, starts_on)
            from commitment_tally
            where other_dimension = 'assurance' and dimension <> 'instrument'
            order by md5(dimension || facet_value || other_value || starts_on) limit\s""";

    private static final String WRITTEN =
            "select n_tup_ins + n_tup_upd from pg_stat_user_tables where relname = 'commitment_tally'";

    private final Store store;
    private final Client service;
    private final Path folder;
    private final Register register;

    Reports(Store store, Client service, Path folder, Register register) {
        this.store = store;
        this.service = service;
        this.folder = folder;
        this.register = register;
    }

    /**
     * Writers take turns, so that in a second they run the code far less often than readers do: the service warms up three
     * times as long.
     */
    Writing measure(int warmUpSeconds, int seconds) {
        try (Connection connection = store.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(OPEN);
            sql.execute(TARGETS_OF_PGBENCH);
            Path targets = folder.resolve("targets.txt");
            Files.write(targets, texts(sql, TARGETS_OF_SERVICE));
            Wrk wrk = new Wrk(folder);
            List<String> arguments = List.of(targets.toString(), secretariat());
            long revision = number(sql, "select revision from register");
            long written = written(sql);
            wrk.reports(service, CLIENTS, 3 * warmUpSeconds, arguments);
            long reports = number(sql, "select revision from register") - revision;
            long counts = Math.round((written(sql) - written) / (double) reports);
            Pgbench pgbench = new Pgbench(store, folder, CLIENTS, texts(sql, COUNTS + counts));
            long half = number(sql, "select count(*) from bench_target");
            List<Load> ofService = new ArrayList<>();
            List<Load> ofPgbench = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                ofPgbench.add(pgbench.load(half, warmUpSeconds, seconds));
                ofService.add(wrk.reports(service, CLIENTS, seconds, arguments));
            }
            return new Writing(register.size(), counts, Load.median(ofService), Load.median(ofPgbench));
        } catch (SQLException | IOException e) {
            throw new Broken("the reports cannot be measured", e);
        }
    }

    /** A key for the secretariat, made with the one that the service wrote to a file when it first started. */
    private String secretariat() throws IOException {
        String admin = Files.readString(folder.resolve(Server.ADMIN_KEY)).strip();
        return service.post("/api/v1/api-keys", admin, "{\"role\":\"secretariat\",\"label\":\"Benchmark\"}")
                .getString("key");
    }

    private static long written(Statement sql) throws SQLException {
        try {
            Thread.sleep(STATISTICS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
        return number(sql, WRITTEN);
    }

    private static long number(Statement sql, String query) throws SQLException {
        return Long.parseLong(texts(sql, query).get(0));
    }

    private static List<String> texts(Statement sql, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
