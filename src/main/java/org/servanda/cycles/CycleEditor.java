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

/** Plans cycles, changes them, and closes them for good. */
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

    CycleView plan(NewCycle wanted) {
        ledger.lock();
        ReadPoint now = readPoints.now();
        check(wanted, now);
        if (cycles.find(wanted.code(), now).isPresent())
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a cycle " + wanted.code() + ".");
        append(wanted.body(), CycleBody.PLANNED, null, null);
        return cycles.byCode(wanted.code(), readPoints.now());
    }

    private void check(NewCycle wanted, ReadPoint now) {
        BodyValidation bodyValidation = new BodyValidation();
        if (bodyValidation.required(wanted.code(), "/code") && !wanted.code().matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}"))
            bodyValidation.fault("/code", "must be 1 to 40 letters, digits and hyphens");
        about(wanted, now, bodyValidation);
        check(CycleDocument.of(wanted.body()), bodyValidation);
        bodyValidation.throwIfInvalid();
    }

    private void about(NewCycle wanted, ReadPoint now, BodyValidation bodyValidation) {
        boolean both = wanted.instruments() != null && wanted.mechanism() != null;
        if (both) bodyValidation.fault("/mechanism", "cannot be given with instruments: it is one or the other");
        else if (wanted.mechanism() != null)
            bodyValidation.code(
                    wanted.mechanism(), cycles.mechanisms(now), "instrument with the mechanism", "/mechanism");
        else if (bodyValidation.required(wanted.instruments(), "/instruments")) {
            bodyValidation.codes(wanted.instruments(), instruments.codes(), "instrument", "/instruments");
            boolean many = wanted.instruments().size() > NewCycle.MOST_INSTRUMENTS;
            if (wanted.instruments().isEmpty() || many)
                bodyValidation.fault("/instruments", "must name 1 to " + NewCycle.MOST_INSTRUMENTS);
        }
    }

    private static void check(CycleDocument wanted, BodyValidation bodyValidation) {
        bodyValidation.bothLanguages(wanted.title(), "/title");
        bodyValidation.line(wanted.title(), NewCycle.LONGEST_TITLE, "/title");
        if (bodyValidation.required(wanted.period(), "/period")) {
            Period period = wanted.period();
            boolean whole = bodyValidation.required(period.from(), "/period/from")
                    & bodyValidation.required(period.to(), "/period/to");
            if (whole && period.to().isBefore(period.from())) bodyValidation.fault("/period/to", "is before from");
        }
        boolean days = bodyValidation.required(wanted.opensOn(), "/opensOn")
                & bodyValidation.required(wanted.dueOn(), "/dueOn");
        if (days && wanted.dueOn().isBefore(wanted.opensOn())) bodyValidation.fault("/dueOn", "is before opensOn");
        bodyValidation.reason(wanted.reason());
    }

    /**
     * Applies a merge patch and answers with the cycle as it is then; a patch that changes nothing writes nothing.
     *
     * @param ifMatch tag of the state that the caller has seen
     * @throws ProblemException when the patched document is not one any more
     */
    CycleView change(String code, String ifMatch, JsonNode patch) {
        ledger.lock();
        ReadPoint now = readPoints.now();
        CycleView seen = cycles.byCode(code, now);
        tags.requireMatch(ifMatch, seen);
        patches.read(patch, CycleDocument.class);
        CycleBody former = cycles.body(code, now).orElseThrow();
        if (former.closed())
            throw new ProblemException(
                    ProblemType.CYCLE_CLOSED,
                    code + " was closed at revision " + seen.entry() + "; what was seen then stays what was seen.");
        CycleDocument wanted = patches.apply(CycleDocument.of(former), patch);
        BodyValidation bodyValidation = new BodyValidation();
        check(wanted, bodyValidation);
        boolean early = wanted.closes()
                && wanted.period() != null
                && wanted.period().to() != null
                && wanted.period().to().isAfter(now.asOf());
        if (early)
            bodyValidation.fault(
                    "/closed", "its period goes on until " + wanted.period().to() + "; today is " + now.asOf());
        bodyValidation.throwIfInvalid();
        CycleBody next = wanted.body(former);
        if (wanted.closes()) {
            List<String> frozen = cycles.instruments(next, now);
            append(next.closedWith(frozen), CycleBody.CLOSED, next.period().to(), wanted.reason());
        } else if (!next.equals(former)) append(next, CycleBody.CHANGED, null, wanted.reason());
        return cycles.byCode(code, readPoints.now());
    }

    private void append(CycleBody body, String kind, LocalDate day, String reason) {
        ledger.append(new NewEntry(callerContext.caller().actor(), body.subject(), kind, day, reason, body));
    }
}
