package org.servanda.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import org.servanda.web.Bulkhead.Limits;
import org.servanda.web.Bulkhead.Permit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How what a node can do at one time is shared. */
class BulkheadTest {

    private static final BulkheadClient STRANGER = new BulkheadClient(null, "198.51.100.1");
    private static final BulkheadClient NEIGHBOUR = new BulkheadClient(null, "198.51.100.2");
    private static final BulkheadClient OFFICE = new BulkheadClient("office", "198.51.100.1");
    private static final BulkheadClient AUDITOR = new BulkheadClient("auditor", "203.0.113.9");

    private static Bulkhead of(int all, int ofOneClient, int ofOneAddress, int withoutBearer, int queue, int ofOne) {
        return new Bulkhead("reports", new Limits(all, ofOneClient, ofOneAddress, withoutBearer, queue, ofOne), 5);
    }

    private static Permit given(CompletableFuture<Permit> asked) {
        assertTrue(asked.isDone() && !asked.isCompletedExceptionally());
        return asked.join();
    }

    private static ProblemException refused(CompletableFuture<Permit> asked) {
        assertTrue(asked.isCompletedExceptionally());
        ProblemException problem = (ProblemException)
                assertThrows(CompletionException.class, asked::join).getCause();
        int retryAfter = Integer.parseInt(problem.headers().get("Retry-After"));
        assertTrue(retryAfter >= 5 && retryAfter <= 15, "" + retryAfter);
        return problem;
    }

    @Test
    void oneClientGetsItsShareAndTheOthersTheirs() {
        Bulkhead bulkhead = of(4, 2, 4, 4, 0, 0);
        Permit first = given(bulkhead.acquireAsync(OFFICE));
        given(bulkhead.acquireAsync(OFFICE));
        assertEquals(
                ProblemType.TOO_MANY_AT_ONCE,
                refused(bulkhead.acquireAsync(OFFICE)).type());
        given(bulkhead.acquireAsync(AUDITOR));
        given(bulkhead.acquireAsync(STRANGER));
        assertEquals(
                ProblemType.UNAVAILABLE,
                refused(bulkhead.acquireAsync(NEIGHBOUR)).type());
        first.close();
        given(bulkhead.acquireAsync(NEIGHBOUR));
    }

    @Test
    void manyBearersFromOneAddressShareToo() {
        Bulkhead bulkhead = of(4, 4, 2, 4, 0, 0);
        given(bulkhead.acquireAsync(OFFICE));
        given(bulkhead.acquireAsync(STRANGER));
        refused(bulkhead.acquireAsync(new BulkheadClient("another", OFFICE.address())));
        given(bulkhead.acquireAsync(AUDITOR));
    }

    @Test
    void strangersLeaveSomethingToThoseWhoShowWhoTheyAre() {
        Bulkhead bulkhead = of(2, 2, 2, 1, 0, 0);
        given(bulkhead.acquireAsync(STRANGER));
        refused(bulkhead.acquireAsync(NEIGHBOUR));
        given(bulkhead.acquireAsync(OFFICE));
    }

    @Test
    void whereStrangersHaveFewerPlacesTheyWaitBehindWhoeverShowsABearer() {
        Bulkhead bulkhead = of(2, 1, 2, 1, 8, 8);
        Permit busy = given(bulkhead.acquireAsync(OFFICE));
        Permit other = given(bulkhead.acquireAsync(AUDITOR));
        CompletableFuture<Permit> stranger = bulkhead.acquireAsync(STRANGER);
        CompletableFuture<Permit> first = bulkhead.acquireAsync(new BulkheadClient("first", STRANGER.address()));
        CompletableFuture<Permit> second = bulkhead.acquireAsync(new BulkheadClient("second", STRANGER.address()));
        busy.close();
        assertFalse(second.isDone() || stranger.isDone());
        given(first);
        other.close();
        assertFalse(stranger.isDone());
        given(second).close();
        given(stranger);
    }

    @Test
    void elseWhoCameFirstIsFirst() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 8, 8);
        Permit busy = given(bulkhead.acquireAsync(OFFICE));
        CompletableFuture<Permit> stranger = bulkhead.acquireAsync(STRANGER);
        CompletableFuture<Permit> auditor = bulkhead.acquireAsync(AUDITOR);
        busy.close();
        assertFalse(auditor.isDone());
        given(stranger).close();
        given(auditor);
    }

    @Test
    void theQueueHasAnEndAndAShareToo() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 2, 1);
        given(bulkhead.acquireAsync(OFFICE));
        assertFalse(bulkhead.acquireAsync(OFFICE).isDone());
        refused(bulkhead.acquireAsync(OFFICE));
        assertFalse(bulkhead.acquireAsync(AUDITOR).isDone());
        assertEquals(
                ProblemType.UNAVAILABLE,
                refused(bulkhead.acquireAsync(STRANGER)).type());
    }

    @Test
    void whoeverWaitsBehindHisOwnShareHoldsUpNobody() {
        Bulkhead bulkhead = of(2, 1, 2, 2, 8, 8);
        Permit first = given(bulkhead.acquireAsync(OFFICE));
        CompletableFuture<Permit> second = bulkhead.acquireAsync(OFFICE);
        Permit auditor = given(bulkhead.acquireAsync(AUDITOR));
        CompletableFuture<Permit> stranger = bulkhead.acquireAsync(STRANGER);
        auditor.close();
        assertFalse(second.isDone());
        given(stranger);
        first.close();
        given(second);
    }

    @Test
    void whoeverLeavesTheQueueLeavesHisPlaceInIt() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 1, 1);
        Permit busy = given(bulkhead.acquireAsync(OFFICE));
        CompletableFuture<Permit> left = bulkhead.acquireAsync(AUDITOR);
        bulkhead.cancel(left, bulkhead.allInUse());
        CompletableFuture<Permit> next = bulkhead.acquireAsync(STRANGER);
        busy.close();
        refused(left);
        given(next);
    }

    @Test
    void aPlaceThatComesTooLateIsGivenOn() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 1, 1);
        Permit busy = given(bulkhead.acquireAsync(OFFICE));
        CompletableFuture<Permit> late = bulkhead.acquireAsync(AUDITOR);
        busy.close();
        bulkhead.cancel(late, bulkhead.allInUse());
        given(bulkhead.acquireAsync(STRANGER));
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 0, 0);
        Permit permit = given(bulkhead.acquireAsync(OFFICE));
        permit.close();
        permit.close();
        given(bulkhead.acquireAsync(OFFICE));
        refused(bulkhead.acquireAsync(OFFICE));
    }

    @Test
    void whoeverWaitsInVainIsTold() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 1, 1);
        given(bulkhead.acquireAsync(OFFICE));
        ProblemException told = assertThrows(ProblemException.class, () -> bulkhead.acquire(AUDITOR, Duration.ZERO));
        assertEquals(ProblemType.UNAVAILABLE, told.type());
        assertFalse(bulkhead.acquireAsync(STRANGER).isDone());
    }

    @Test
    void whoIsRefusedTogetherDoesNotComeBackTogether() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 0, 0);
        bulkhead.acquireAsync(OFFICE);
        Set<String> told = new HashSet<>();
        for (int time = 0; time < 200; time++)
            told.add(refused(bulkhead.acquireAsync(NEIGHBOUR)).headers().get("Retry-After"));
        assertEquals(11, told.size(), told.toString());
    }
}
