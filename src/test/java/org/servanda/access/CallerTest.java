package org.servanda.access;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who acts is told apart from what it acts as. */
class CallerTest {

    private static final Caller SECRETARY = new Caller("k3yk3yk3yk", Role.secretariat, null);
    private static final Caller FOCAL_POINT = new Caller("k3yk3yk3yk", Role.contributor, "TH");

    @Test
    void theLedgerNamesRolePartyAndId() {
        assertEquals("secretariat/k3yk3yk3yk", SECRETARY.actor());
        assertEquals("contributor/TH/k3yk3yk3yk", FOCAL_POINT.actor());
        assertEquals("anonymous", Caller.ANONYMOUS.actor());
    }

    @Test
    void whoGetsAnotherRoleStaysTheSameOne() {
        assertTrue(SECRETARY.is(FOCAL_POINT.actor()));
        assertTrue(FOCAL_POINT.is(SECRETARY.actor()));
        assertFalse(SECRETARY.is("secretariat/an0therkey"));
        assertFalse(SECRETARY.is("seeds"));
        assertFalse(Caller.ANONYMOUS.is(Caller.ANONYMOUS.actor()));
    }

    @Test
    void oneSpeaksAsAnotherOfTheSameRoleAndParty() {
        assertTrue(FOCAL_POINT.speaksAs("contributor/TH/an0therkey"));
        assertFalse(FOCAL_POINT.speaksAs("contributor/SG/k3yk3yk3yk"));
        assertFalse(Caller.ANONYMOUS.speaksAs("anonymous"));
    }

    @Test
    void theSideOfACallerIsThatOfItsActor() {
        assertEquals("contributor/TH/", FOCAL_POINT.side());
        assertEquals("secretariat/", SECRETARY.side());
        assertEquals(FOCAL_POINT.side(), Caller.sideOf(FOCAL_POINT.actor()));
        assertEquals(SECRETARY.side(), Caller.sideOf(SECRETARY.actor()));
    }

    @Test
    void whoAcceptsWhatItsOwnSideSaysIsToldApart() {
        assertTrue(Caller.sameSide("secretariat/k3yk3yk3yk", "secretariat/an0therkey"));
        assertTrue(Caller.sameSide("contributor/TH/k3yk3yk3yk", "secretariat/k3yk3yk3yk"), "one person");
        assertFalse(Caller.sameSide("contributor/TH/k3yk3yk3yk", "secretariat/an0therkey"));
        assertFalse(Caller.sameSide("contributor/TH/k3yk3yk3yk", "contributor/SG/an0therkey"));
    }
}
