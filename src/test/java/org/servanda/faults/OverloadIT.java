package org.servanda.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/**
 * Far more clients ask for lists than a node can serve, while sixteen others submit updates, one with a key reads, and one asks
 * whether the node is ready. For as many seconds as the property {@code servanda.overload} says;
 * {@code bench/faults/overload.sh} runs the long form, which also judges the rates of one run against each other.
 */
class OverloadIT {

    private static final int SECONDS = Integer.getInteger("servanda.overload", 3);

    /** Only on a machine that has nothing else to do do they say anything. */
    private static final boolean RATES = Boolean.getBoolean("servanda.rates");

    private static final int FEW = 16;
    private static final int MANY = 320;

    private static final double LEAST_GOODPUT = 0.8;
    private static final double MOST_P99 = 3;
    private static final double SLOWEST_REFUSAL_MILLIS = 50;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        overload(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            overload(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private static void overload(PackagedProgram program) throws Exception {
        try (ProgramProcess service = program.start()) {
            Bystander bystander = new Bystander(service, program.secretariat(service));
            ReportingClients reportingClients = ReportingClients.on(program, service);
            // A program that has just started is slow.
            new OverloadingClients(service, FEW, true).during(OverloadIT::pass);
            OverloadingClients few = new OverloadingClients(service, FEW, true).during(OverloadIT::pass);
            OverloadingClients many = new OverloadingClients(service, MANY, true);
            bystander.during(() -> many.during(OverloadIT::pass));
            OverloadingClients meanwhile = new OverloadingClients(service, MANY, false);
            meanwhile.during(() -> reportingClients.send(service, () -> {
                reportingClients.awaitMore(10);
                pass();
                reportingClients.awaitMore(10);
            }));

            List<String> faults = new ArrayList<>(bystander.wrong());
            faults.addAll(many.wrong());
            faults.addAll(meanwhile.wrong());
            if (bystander.notReady() > 0) faults.add("not ready " + bystander.notReady() + " times");
            if (bystander.answered() == 0) faults.add("who has a key is not answered");
            if (many.taken().count() == 0) faults.add("nobody is answered");
            if (many.refused().count() == 0) faults.add("nobody is refused");
            if (RATES) faults.addAll(compare(few, many));
            FaultRunResult result = reportingClients.judge(service).with(faults);
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("answers a second", String.format(Locale.ROOT, "%.0f of %.0f", many.rate(), few.rate()));
            more.put("their p99", millis(many.taken(), 0.99) + " instead of " + millis(few.taken(), 0.99));
            more.put("refusals", many.refused().count() + " with p99 " + millis(many.refused(), 0.99));
            bystander.tell(more);
            service.peakMemory().ifPresent(most -> more.put("most memory", most + " MiB"));
            service.stop();
            program.checkStandings();
            result.printAndAssert(
                    MANY + " clients instead of " + FEW + ", " + program.store() + ", " + SECONDS + " s", more);
        }
    }

    private static void pass() throws InterruptedException {
        TimeUnit.SECONDS.sleep(SECONDS);
    }

    private static List<String> compare(OverloadingClients few, OverloadingClients many) {
        List<String> faults = new ArrayList<>();
        if (many.rate() < LEAST_GOODPUT * few.rate()) faults.add("too few answers a second");
        if (many.taken().millis(0.99) > MOST_P99 * few.taken().millis(0.99)) faults.add("answers take too long");
        if (many.refused().millis(0.99) > SLOWEST_REFUSAL_MILLIS) faults.add("refusals take too long");
        return faults;
    }

    private static String millis(Latencies latencies, double share) {
        return String.format(Locale.ROOT, "%.0f ms", latencies.millis(share));
    }
}
