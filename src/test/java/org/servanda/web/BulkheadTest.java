package org.servanda.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import org.servanda.web.Bulkhead.Bounds;
import org.servanda.web.Bulkhead.Place;

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
        return new Bulkhead("reports", new Bounds(all, ofOneClient, ofOneAddress, withoutBearer, queue, ofOne), 5);
    }

    private static Place given(CompletableFuture<Place> asked) {
        assertTrue(asked.isDone() && !asked.isCompletedExceptionally());
        return asked.join();
    }

    private static ProblemException refused(CompletableFuture<Place> asked) {
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
        Place first = given(bulkhead.ask(OFFICE));
        given(bulkhead.ask(OFFICE));
        assertEquals(ProblemType.TOO_MANY_AT_ONCE, refused(bulkhead.ask(OFFICE)).reason());
        given(bulkhead.ask(AUDITOR));
        given(bulkhead.ask(STRANGER));
        assertEquals(ProblemType.UNAVAILABLE, refused(bulkhead.ask(NEIGHBOUR)).reason());
        first.close();
        given(bulkhead.ask(NEIGHBOUR));
    }

    @Test
    void manyBearersFromOneAddressShareToo() {
        Bulkhead bulkhead = of(4, 4, 2, 4, 0, 0);
        given(bulkhead.ask(OFFICE));
        given(bulkhead.ask(STRANGER));
        refused(bulkhead.ask(new BulkheadClient("another", OFFICE.address())));
        given(bulkhead.ask(AUDITOR));
    }

    @Test
    void strangersLeaveSomethingToThoseWhoShowWhoTheyAre() {
        Bulkhead bulkhead = of(2, 2, 2, 1, 0, 0);
        given(bulkhead.ask(STRANGER));
        refused(bulkhead.ask(NEIGHBOUR));
        given(bulkhead.ask(OFFICE));
    }

    @Test
    void whereStrangersHaveFewerPlacesTheyWaitBehindWhoeverShowsABearer() {
        Bulkhead bulkhead = of(2, 1, 2, 1, 8, 8);
        Place busy = given(bulkhead.ask(OFFICE));
        Place other = given(bulkhead.ask(AUDITOR));
        CompletableFuture<Place> stranger = bulkhead.ask(STRANGER);
        CompletableFuture<Place> first = bulkhead.ask(new BulkheadClient("first", STRANGER.address()));
        CompletableFuture<Place> second = bulkhead.ask(new BulkheadClient("second", STRANGER.address()));
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
        Place busy = given(bulkhead.ask(OFFICE));
        CompletableFuture<Place> stranger = bulkhead.ask(STRANGER);
        CompletableFuture<Place> auditor = bulkhead.ask(AUDITOR);
        busy.close();
        assertFalse(auditor.isDone());
        given(stranger).close();
        given(auditor);
    }

    @Test
    void theQueueHasAnEndAndAShareToo() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 2, 1);
        given(bulkhead.ask(OFFICE));
        assertFalse(bulkhead.ask(OFFICE).isDone());
        refused(bulkhead.ask(OFFICE));
        assertFalse(bulkhead.ask(AUDITOR).isDone());
        assertEquals(ProblemType.UNAVAILABLE, refused(bulkhead.ask(STRANGER)).reason());
    }

    @Test
    void whoeverWaitsBehindHisOwnShareHoldsUpNobody() {
        Bulkhead bulkhead = of(2, 1, 2, 2, 8, 8);
        Place first = given(bulkhead.ask(OFFICE));
        CompletableFuture<Place> second = bulkhead.ask(OFFICE);
        Place auditor = given(bulkhead.ask(AUDITOR));
        CompletableFuture<Place> stranger = bulkhead.ask(STRANGER);
        auditor.close();
        assertFalse(second.isDone());
        given(stranger);
        first.close();
        given(second);
    }

    @Test
    void whoeverLeavesTheQueueLeavesHisPlaceInIt() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 1, 1);
        Place busy = given(bulkhead.ask(OFFICE));
        CompletableFuture<Place> left = bulkhead.ask(AUDITOR);
        bulkhead.withdraw(left, bulkhead.all());
        CompletableFuture<Place> next = bulkhead.ask(STRANGER);
        busy.close();
        refused(left);
        given(next);
    }

    @Test
    void aPlaceThatComesTooLateIsGivenOn() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 1, 1);
        Place busy = given(bulkhead.ask(OFFICE));
        CompletableFuture<Place> late = bulkhead.ask(AUDITOR);
        busy.close();
        bulkhead.withdraw(late, bulkhead.all());
        given(bulkhead.ask(STRANGER));
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 0, 0);
        Place place = given(bulkhead.ask(OFFICE));
        place.close();
        place.close();
        given(bulkhead.ask(OFFICE));
        refused(bulkhead.ask(OFFICE));
    }

    @Test
    void whoeverWaitsInVainIsTold() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 1, 1);
        given(bulkhead.ask(OFFICE));
        ProblemException told = assertThrows(ProblemException.class, () -> bulkhead.take(AUDITOR, Duration.ZERO));
        assertEquals(ProblemType.UNAVAILABLE, told.reason());
        assertFalse(bulkhead.ask(STRANGER).isDone());
    }

    @Test
    void whoIsRefusedTogetherDoesNotComeBackTogether() {
        Bulkhead bulkhead = of(1, 1, 1, 1, 0, 0);
        bulkhead.ask(OFFICE);
        Set<String> told = new HashSet<>();
        for (int time = 0; time < 200; time++)
            told.add(refused(bulkhead.ask(NEIGHBOUR)).headers().get("Retry-After"));
        assertEquals(11, told.size(), told.toString());
    }
}
