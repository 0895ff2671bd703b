package org.servanda.cycles;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.web.BodyValidation;
import org.servanda.web.EntityTags;
import org.servanda.web.MergePatchReader;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Writes cycles: plans, changes and closes them; a closed cycle stays closed. */
@ApplicationScoped
class CycleEditor {

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Cycles cycles;
    private final Instruments instruments;
    private final EntityTags tags;
    private final MergePatchReader patches;
    private final CallerContext callerContext;

    CycleEditor(
            Ledger ledger,
            ReadPoints readPoints,
            Cycles cycles,
            Instruments instruments,
            EntityTags tags,
            MergePatchReader patches,
            CallerContext callerContext) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.cycles = cycles;
        this.instruments = instruments;
        this.tags = tags;
        this.patches = patches;
        this.callerContext = callerContext;
    }

    CycleView plan(NewCycle cycle) {
        ledger.lock();
        ReadPoint now = readPoints.now();
        check(cycle, now);
        if (cycles.find(cycle.code(), now).isPresent())
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a cycle " + cycle.code() + ".");
        append(cycle.body(), CycleBody.PLANNED, null, null);
        return cycles.byCode(cycle.code(), readPoints.now());
    }

    private void check(NewCycle cycle, ReadPoint now) {
        BodyValidation bodyValidation = new BodyValidation();
        if (bodyValidation.required(cycle.code(), "/code") && !cycle.code().matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}"))
            bodyValidation.fault("/code", "must be 1 to 40 letters, digits and hyphens");
        checkInstruments(cycle, now, bodyValidation);
        check(CycleDocument.of(cycle.body()), bodyValidation);
        bodyValidation.throwIfInvalid();
    }

    private void checkInstruments(NewCycle cycle, ReadPoint now, BodyValidation bodyValidation) {
        boolean both = cycle.instruments() != null && cycle.mechanism() != null;
        if (both) bodyValidation.fault("/mechanism", "cannot be given with instruments: it is one or the other");
        else if (cycle.mechanism() != null)
            bodyValidation.code(
                    cycle.mechanism(), cycles.mechanisms(now), "instrument with the mechanism", "/mechanism");
        else if (bodyValidation.required(cycle.instruments(), "/instruments")) {
            bodyValidation.codes(cycle.instruments(), instruments.codes(), "instrument", "/instruments");
            boolean many = cycle.instruments().size() > NewCycle.MOST_INSTRUMENTS;
            if (cycle.instruments().isEmpty() || many)
                bodyValidation.fault("/instruments", "must name 1 to " + NewCycle.MOST_INSTRUMENTS);
        }
    }

    private static void check(CycleDocument cycle, BodyValidation bodyValidation) {
        bodyValidation.bothLanguages(cycle.title(), "/title");
        bodyValidation.line(cycle.title(), NewCycle.LONGEST_TITLE, "/title");
        if (bodyValidation.required(cycle.period(), "/period")) {
            Period period = cycle.period();
            boolean bothEnds = bodyValidation.required(period.from(), "/period/from")
                    & bodyValidation.required(period.to(), "/period/to");
            if (bothEnds && period.to().isBefore(period.from())) bodyValidation.fault("/period/to", "is before from");
        }
        boolean bothDays =
                bodyValidation.required(cycle.opensOn(), "/opensOn") & bodyValidation.required(cycle.dueOn(), "/dueOn");
        if (bothDays && cycle.dueOn().isBefore(cycle.opensOn())) bodyValidation.fault("/dueOn", "is before opensOn");
        bodyValidation.reason(cycle.reason());
    }

    /**
     * Applies a merge patch; a patch that changes nothing writes nothing.
     *
     * @param ifMatch entity tag of the cycle that the caller has read
     * @return the cycle after the patch
     * @throws ProblemException where the cycle is closed, or the patched document breaks a rule
     */
    CycleView change(String code, String ifMatch, JsonNode patch) {
        ledger.lock();
        ReadPoint now = readPoints.now();
        CycleView view = cycles.byCode(code, now);
        tags.requireMatch(ifMatch, view);
        patches.read(patch, CycleDocument.class);
        CycleBody current = cycles.body(code, now).orElseThrow();
        if (current.closed())
            throw new ProblemException(
                    ProblemType.CYCLE_CLOSED,
                    code + " was closed at revision " + view.entry() + "; what was seen then stays what was seen.");
        CycleDocument cycle = patches.apply(CycleDocument.of(current), patch);
        BodyValidation bodyValidation = new BodyValidation();
        check(cycle, bodyValidation);
        boolean periodNotOver = cycle.closes()
                && cycle.period() != null
                && cycle.period().to() != null
                && cycle.period().to().isAfter(now.asOf());
        if (periodNotOver)
            bodyValidation.fault(
                    "/closed", "its period goes on until " + cycle.period().to() + "; today is " + now.asOf());
        bodyValidation.throwIfInvalid();
        CycleBody next = cycle.body(current);
        if (cycle.closes()) {
            List<String> instrumentCodes = cycles.instruments(next, now);
            append(
                    next.closedWith(instrumentCodes),
                    CycleBody.CLOSED,
                    next.period().to(),
                    cycle.reason());
        } else if (!next.equals(current)) append(next, CycleBody.CHANGED, null, cycle.reason());
        return cycles.byCode(code, readPoints.now());
    }

    private void append(CycleBody body, String kind, LocalDate day, String reason) {
        ledger.append(new NewEntry(callerContext.caller().actor(), body.subject(), kind, day, reason, body));
    }
}
