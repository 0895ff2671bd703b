package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.servanda.commitments.Status;
import org.servanda.text.Bilingual;
import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Rules for an update alone, without the register. */
class UpdateRulesTest {

    private static final Bilingual TEXT = new Bilingual(null, "text");

    @ParameterizedTest
    @EnumSource
    void operationalAndCompletedNeedEvidence(Status status) {
        BodyValidation bodyValidation = new BodyValidation();
        UpdateRules.requireEvidence(update(status, null, null, null), bodyValidation);
        boolean needed = status == Status.operational || status == Status.completed;
        assertEquals(needed ? List.of("/evidence") : List.of(), places(bodyValidation));
    }

    @ParameterizedTest
    @EnumSource
    void whatEndsOrRestsNeedsAReason(Status status) {
        BodyValidation bodyValidation = new BodyValidation();
        UpdateRules.requireReason(update(status, null, null, null), bodyValidation);
        boolean needed = status == Status.suspended || status == Status.cancelled || status == Status.superseded;
        assertEquals(needed ? List.of("/reason") : List.of(), places(bodyValidation));
    }

    @Test
    void aCorrectionNeedsAReason() {
        BodyValidation bodyValidation = new BodyValidation();
        UpdateRules.requireReason(update(Status.preparing, null, "BRDE-2023.1-U1", TEXT), bodyValidation);
        assertEquals(List.of(), places(bodyValidation));
        UpdateRules.requireReason(update(Status.preparing, null, "BRDE-2023.1-U1", null), bodyValidation);
        assertEquals(List.of("/reason"), places(bodyValidation));
    }

    @ParameterizedTest
    @CsvSource({
        "in_progress, -1, false",
        "in_progress, 0, true",
        "in_progress, 100, true",
        "in_progress, 101, false",
        "completed, 99, false",
        "completed, 100, true",
        "completed, , true"
    })
    void percentIsFrom0To100AndIs100OrNoneWhereCompleted(Status status, Integer percent, boolean right) {
        BodyValidation bodyValidation = new BodyValidation();
        UpdateRules.checkStatement(update(status, PercentStatement.of(percent, false), null, null), bodyValidation);
        assertEquals(right ? List.of() : List.of("/percent"), places(bodyValidation));
    }

    private static NewUpdate update(Status status, PercentStatement percent, String corrects, Bilingual reason) {
        return new NewUpdate(LocalDate.parse("2026-03-31"), status, percent, TEXT, null, null, corrects, reason, null);
    }

    private static List<String> places(BodyValidation bodyValidation) {
        try {
            bodyValidation.throwIfInvalid();
            return List.of();
        } catch (ProblemException problem) {
            return problem.faults().stream().map(Fault::pointer).toList();
        }
    }
}
