package org.servanda.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import org.servanda.web.Places.Bounds;
import org.servanda.web.Places.Place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How what a node can do at one time is shared. */
class PlacesTest {

    private static final Client STRANGER = new Client(null, "198.51.100.1");
    private static final Client NEIGHBOUR = new Client(null, "198.51.100.2");
    private static final Client OFFICE = new Client("office", "198.51.100.1");
    private static final Client AUDITOR = new Client("auditor", "203.0.113.9");

    private static Places of(int all, int ofOneClient, int ofOneAddress, int withoutBearer, int queue, int ofOne) {
        return new Places("reports", new Bounds(all, ofOneClient, ofOneAddress, withoutBearer, queue, ofOne), 5);
    }

    private static Place given(CompletableFuture<Place> asked) {
        assertTrue(asked.isDone() && !asked.isCompletedExceptionally());
        return asked.join();
    }

    private static Refusal refused(CompletableFuture<Place> asked) {
        assertTrue(asked.isCompletedExceptionally());
        Refusal refusal =
                (Refusal) assertThrows(CompletionException.class, asked::join).getCause();
        int retryAfter = Integer.parseInt(refusal.headers().get("Retry-After"));
        assertTrue(retryAfter >= 5 && retryAfter <= 15, "" + retryAfter);
        return refusal;
    }

    @Test
    void oneClientGetsItsShareAndTheOthersTheirs() {
        Places places = of(4, 2, 4, 4, 0, 0);
        Place first = given(places.ask(OFFICE));
        given(places.ask(OFFICE));
        assertEquals(Reason.TOO_MANY_AT_ONCE, refused(places.ask(OFFICE)).reason());
        given(places.ask(AUDITOR));
        given(places.ask(STRANGER));
        assertEquals(Reason.UNAVAILABLE, refused(places.ask(NEIGHBOUR)).reason());
        first.close();
        given(places.ask(NEIGHBOUR));
    }

    @Test
    void manyBearersFromOneAddressShareToo() {
        Places places = of(4, 4, 2, 4, 0, 0);
        given(places.ask(OFFICE));
        given(places.ask(STRANGER));
        refused(places.ask(new Client("another", OFFICE.address())));
        given(places.ask(AUDITOR));
    }

    @Test
    void strangersLeaveSomethingToThoseWhoShowWhoTheyAre() {
        Places places = of(2, 2, 2, 1, 0, 0);
        given(places.ask(STRANGER));
        refused(places.ask(NEIGHBOUR));
        given(places.ask(OFFICE));
    }

    @Test
    void whereStrangersHaveFewerPlacesTheyWaitBehindWhoeverShowsABearer() {
        Places places = of(2, 1, 2, 1, 8, 8);
        Place busy = given(places.ask(OFFICE));
        Place other = given(places.ask(AUDITOR));
        CompletableFuture<Place> stranger = places.ask(STRANGER);
        CompletableFuture<Place> first = places.ask(new Client("first", STRANGER.address()));
        CompletableFuture<Place> second = places.ask(new Client("second", STRANGER.address()));
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
        Places places = of(1, 1, 1, 1, 8, 8);
        Place busy = given(places.ask(OFFICE));
        CompletableFuture<Place> stranger = places.ask(STRANGER);
        CompletableFuture<Place> auditor = places.ask(AUDITOR);
        busy.close();
        assertFalse(auditor.isDone());
        given(stranger).close();
        given(auditor);
    }

    @Test
    void theQueueHasAnEndAndAShareToo() {
        Places places = of(1, 1, 1, 1, 2, 1);
        given(places.ask(OFFICE));
        assertFalse(places.ask(OFFICE).isDone());
        refused(places.ask(OFFICE));
        assertFalse(places.ask(AUDITOR).isDone());
        assertEquals(Reason.UNAVAILABLE, refused(places.ask(STRANGER)).reason());
    }

    @Test
    void whoeverWaitsBehindHisOwnShareHoldsUpNobody() {
        Places places = of(2, 1, 2, 2, 8, 8);
        Place first = given(places.ask(OFFICE));
        CompletableFuture<Place> second = places.ask(OFFICE);
        Place auditor = given(places.ask(AUDITOR));
        CompletableFuture<Place> stranger = places.ask(STRANGER);
        auditor.close();
        assertFalse(second.isDone());
        given(stranger);
        first.close();
        given(second);
    }

    @Test
    void whoeverLeavesTheQueueLeavesHisPlaceInIt() {
        Places places = of(1, 1, 1, 1, 1, 1);
        Place busy = given(places.ask(OFFICE));
        CompletableFuture<Place> left = places.ask(AUDITOR);
        places.withdraw(left, places.all());
        CompletableFuture<Place> next = places.ask(STRANGER);
        busy.close();
        refused(left);
        given(next);
    }

    @Test
    void aPlaceThatComesTooLateIsGivenOn() {
        Places places = of(1, 1, 1, 1, 1, 1);
        Place busy = given(places.ask(OFFICE));
        CompletableFuture<Place> late = places.ask(AUDITOR);
        busy.close();
        places.withdraw(late, places.all());
        given(places.ask(STRANGER));
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        Places places = of(1, 1, 1, 1, 0, 0);
        Place place = given(places.ask(OFFICE));
        place.close();
        place.close();
        given(places.ask(OFFICE));
        refused(places.ask(OFFICE));
    }

    @Test
    void whoeverWaitsInVainIsTold() {
        Places places = of(1, 1, 1, 1, 1, 1);
        given(places.ask(OFFICE));
        Refusal told = assertThrows(Refusal.class, () -> places.take(AUDITOR, Duration.ZERO));
        assertEquals(Reason.UNAVAILABLE, told.reason());
        assertFalse(places.ask(STRANGER).isDone());
    }

    @Test
    void whoIsRefusedTogetherDoesNotComeBackTogether() {
        Places places = of(1, 1, 1, 1, 0, 0);
        places.ask(OFFICE);
        Set<String> told = new HashSet<>();
        for (int time = 0; time < 200; time++)
            told.add(refused(places.ask(NEIGHBOUR)).headers().get("Retry-After"));
        assertEquals(11, told.size(), told.toString());
    }
}
