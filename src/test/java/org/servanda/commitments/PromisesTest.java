package org.servanda.commitments;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Which commitments are the same promise. */
class PromisesTest {

    private final Promises promises = new Promises();

    @Test
    void whatIsJoinedThroughOthersIsTheSamePromise() {
        promises.join("a", "b");
        promises.join("c", "d");
        assertNotEquals(promises.of("a"), promises.of("d"));
        promises.join("d", "b");
        assertEquals(promises.of("a"), promises.of("c"));
        assertEquals(3, promises.repeated(List.of("a", "b", "c", "d")));
        assertEquals(1, promises.repeated(List.of("a", "c", "e")));
    }

    @Test
    void linksInARingChangeNothing() {
        promises.join("a", "b");
        promises.join("b", "c");
        promises.join("c", "a");
        assertEquals(2, promises.repeated(List.of("a", "b", "c")));
    }

    @Test
    void whatNobodyLinkedIsAPromiseOfItsOwn() {
        assertEquals("e", promises.of("e"));
        assertEquals(0, promises.repeated(List.of("e", "f")));
        assertEquals(0, promises.repeated(List.of()));
    }
}
