package org.servanda.commitments.links;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Which commitments are the same promise. */
class SamePromiseGroupsTest {

    private final SamePromiseGroups samePromiseGroups = new SamePromiseGroups();

    @Test
    void whatIsJoinedThroughOthersIsTheSamePromise() {
        samePromiseGroups.join("a", "b");
        samePromiseGroups.join("c", "d");
        assertNotEquals(samePromiseGroups.groupOf("a"), samePromiseGroups.groupOf("d"));
        samePromiseGroups.join("d", "b");
        assertEquals(samePromiseGroups.groupOf("a"), samePromiseGroups.groupOf("c"));
        assertEquals(3, samePromiseGroups.duplicates(List.of("a", "b", "c", "d")));
        assertEquals(1, samePromiseGroups.duplicates(List.of("a", "c", "e")));
    }

    @Test
    void linksInARingChangeNothing() {
        samePromiseGroups.join("a", "b");
        samePromiseGroups.join("b", "c");
        samePromiseGroups.join("c", "a");
        assertEquals(2, samePromiseGroups.duplicates(List.of("a", "b", "c")));
    }

    @Test
    void whatNobodyLinkedIsAPromiseOfItsOwn() {
        assertEquals("e", samePromiseGroups.groupOf("e"));
        assertEquals(0, samePromiseGroups.duplicates(List.of("e", "f")));
        assertEquals(0, samePromiseGroups.duplicates(List.of()));
    }
}
