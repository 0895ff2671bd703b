package org.servanda.progress;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.instruments.Instruments;
import org.servanda.time.RegisterCalendar;
import org.servanda.web.BodyValidation;

/** Rule for an effective day: from the adoption of the instrument to today, since nothing happened to a commitment before. */
@ApplicationScoped
public class EffectiveDayRule {

    private final Instruments instruments;
    private final RegisterCalendar calendar;

    EffectiveDayRule(Instruments instruments, RegisterCalendar calendar) {
        this.instruments = instruments;
        this.calendar = calendar;
    }

    /**
     * Adds a fault where the day is missing, in the future, or before the commitment was made.
     *
     * @param pointer the place of the day in the body (JSON Pointer)
     */
    public void check(LocalDate day, String pointer, Commitment commitment, BodyValidation bodyValidation) {
        if (!bodyValidation.required(day, pointer)) return;
        LocalDate today = calendar.today();
        if (day.isAfter(today)) bodyValidation.fault(pointer, "has not come yet; today is " + today);
        LocalDate adopted =
                instruments.byCode(commitment.instrument()).view().adopted().date();
        if (day.isBefore(adopted)) bodyValidation.fault(pointer, "is before the commitment was made, on " + adopted);
    }
}
