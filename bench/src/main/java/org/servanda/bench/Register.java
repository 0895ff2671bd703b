package org.servanda.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The register that is measured: the seeds, and synthetic commitments beside them.
 *
 * @param revision number of the last entry, as if all had theirs in the ledger
 */
record Register(long seeded, int synthetic, long revision) {

    /** How many commitments an instrument has, as synthetic.sql has it. */
    private static final int PER_INSTRUMENT = 50;

    private static final String DIFFERENT_COUNTS =
            """
            select count(*) from bench_tally full join commitment_tally
              using (dimension, facet_value, other_dimension, other_value, period, starts_on)
            where bench_tally.n is distinct from nullif(commitment_tally.n, 0)""";

    private static final String KEEP_COUNTS =
            "truncate commitment_tally; insert into commitment_tally table bench_tally; drop table bench_tally";

    /**
     * Fills a store that holds the seeds and nothing else. No service runs on it meanwhile.
     *
     * @param updates reports of progress on each commitment
     * @param recorded how many commitments have their entries in the ledger, for whoever reads or follows these
     */
    static Register fill(Store store, int synthetic, int updates, int recorded) {
        try (Connection connection = store.connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            long seeded = number(sql, "select count(*) from commitment");
            proveTally(sql);
            sql.execute("set bench.commitments = " + synthetic);
            sql.execute("set bench.updates = " + updates);
            sql.execute("set bench.recorded = " + recorded);
            sql.execute(script("synthetic.sql"));
            sql.execute(script("tally.sql"));
            sql.execute(KEEP_COUNTS);
            connection.commit();
            connection.setAutoCommit(true);
            // What PostgreSQL would do by itself sooner or later, and then in the middle of a measurement.
            sql.execute("vacuum (analyze)");
            sql.execute("checkpoint");
            return new Register(seeded, synthetic, number(sql, "select revision from register"));
        } catch (SQLException e) {
            throw new Broken("the register cannot be filled", e);
        }
    }

    /** The program has counted the seeds: what tally.sql makes of them must be the same. */
    private static void proveTally(Statement sql) throws SQLException {
        sql.execute(script("tally.sql"));
        long different = number(sql, DIFFERENT_COUNTS);
        if (different > 0)
            throw new Broken("tally.sql differs from what the program counted in " + different + " rows");
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String script(String name) {
        try (InputStream in = Register.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    long size() {
        return seeded + synthetic;
    }

    /** The code of the nth synthetic commitment, from 0. */
    String code(int n) {
        return "%s.%02d".formatted(instrument(n), 1 + n % PER_INSTRUMENT);
    }

    /** The instrument of the nth synthetic commitment, from 0. */
    String instrument(int n) {
        return "SYN-%06d".formatted(1 + n / PER_INSTRUMENT);
    }
}
