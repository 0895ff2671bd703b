package org.servanda.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.start.StartRefusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The matrix is understood as a whole or refused as a whole. */
class AccessMatrixTest {

    @Test
    void aRoleThatIsLeftOutMayNothing() {
        AccessMatrix.Grants grants = AccessMatrix.read("decide: {secretariat: all, contributor: own}")
                .of("decide")
                .orElseThrow();
        assertEquals(Scope.all, grants.to(Role.secretariat));
        assertEquals(Scope.own, grants.to(Role.contributor));
        assertEquals(Scope.none, grants.to(Role.admin));
        assertEquals(Scope.none, grants.to(null));
    }

    @Test
    void anOperationThatIsLeftOutIsNotThere() {
        assertTrue(AccessMatrix.read("decide: {secretariat: all}").of("decided").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decide: {secretary: all} | decide: secretary is none of reader, contributor",
                "decide: {admin: everything} | decide: everything is none of none, published, own, all",
                "decide: {admin: } | decide: null is none of",
                "decide: all | decide must be a mapping",
                "decide: | decide must be a mapping",
                "'- decide' | the file must be a mapping",
                "'' | the file must be a mapping",
                "De-cide: {admin: all} | De-cide is not the name of an operation",
                "decide: {anonymous: own} | only a contributor has anything of its own",
                "decide: {auditor: own} | only a contributor has anything of its own",
                "decide: {admin: all, admin: none} | duplicate key admin",
                "decide: {admin: all | while parsing"
            })
    void whatIsNotUnderstoodIsRefused(String yaml, String fault) {
        StartRefusal refused = assertThrows(StartRefusal.class, () -> AccessMatrix.read(yaml));
        assertTrue(refused.getMessage().contains(fault), refused.getMessage());
    }

    @Test
    void anOperationMayNotStandThereTwice() {
        assertThrows(StartRefusal.class, () -> AccessMatrix.read("a: {admin: all}\na: {reader: all}"));
    }
}
