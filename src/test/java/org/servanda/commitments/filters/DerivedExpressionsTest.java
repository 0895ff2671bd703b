package org.servanda.commitments.filters;

import java.time.LocalDate;

import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.servanda.commitments.Freshness;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.testing.HttpTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The derived axes say the same in Java and in the database. Each test's changes are rolled back. */
@HttpTest
class DerivedExpressionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Inject
    EntityManager entities;

    @Test
    @TestTransaction
    void scheduleIsTheSameForEveryStatusAroundEveryBorder() {
        for (Status status : Status.values()) {
            for (int days : new int[] {-400, -1, 0, 1, 89, 90, 91, 400}) {
                LocalDate end = TODAY.plusDays(days);
                for (LocalDate since : new LocalDate[] {end.minusDays(1), end, end.plusDays(1)}) {
                    set("status = '%s', status_since = date '%s', due = date '%s'".formatted(status, since, end));
                    assertEquals(
                            Schedule.of(status, since, end, TODAY).name(),
                            read(Dimension.schedule),
                            status + " " + since + " " + end);
                }
            }
            set("status = '%s', due = date '9999-12-31'".formatted(status));
            assertEquals(Schedule.no_deadline.name(), read(Dimension.schedule));
        }
    }

    @Test
    @TestTransaction
    void freshnessIsTheSameAroundEveryBorder() {
        for (Status status : Status.values()) {
            for (int days : new int[] {-100, -32, -31, -30, -29, -1, 0, 1, 90}) {
                for (boolean reported : new boolean[] {true, false}) {
                    LocalDate reportDue = TODAY.plusDays(days);
                    set("status = '%s', reported = %s, report_due = date '%s'".formatted(status, reported, reportDue));
                    assertEquals(
                            Freshness.of(status, reported, reportDue, TODAY).name(),
                            read(Dimension.freshness),
                            status + " " + reported + " " + reportDue);
                }
            }
        }
    }

    private void set(String changes) {
        entities.createNativeQuery("update standing set " + changes + " where code = 'ACJS-2024.I.1'")
                .executeUpdate();
    }

    private String read(Dimension dimension) {
        String expression = DerivedExpressions.of(dimension);
        var query = entities.createQuery(
                "select " + expression + " from Standing c where c.code = 'ACJS-2024.I.1'", String.class);
        DerivedExpressions.parameters(expression, TODAY).forEach(query::setParameter);
        return query.getSingleResult();
    }
}
