package org.servanda.progress;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Access;
import org.servanda.commitments.Checks;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentKinds;
import org.servanda.commitments.Commitments;
import org.servanda.files.EvidenceFiles;
import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.Recorded;
import org.servanda.ledger.Registers;
import org.servanda.web.EntityTags;
import org.servanda.web.MergePatches;

/** Plans milestones and changes them, from a day on. */
@ApplicationScoped
class Planner {

    private static final int LONGEST_TITLE = 300;

    private final Ledger ledger;
    private final Registers registers;
    private final Commitments commitments;
    private final Milestones milestones;
    private final EvidenceFiles files;
    private final Guard guard;
    private final EntityTags tags;
    private final Access access;
    private final MergePatches patches;

    Planner(
            Ledger ledger,
            Registers registers,
            Commitments commitments,
            Milestones milestones,
            EvidenceFiles files,
            Guard guard,
            EntityTags tags,
            Access access,
            MergePatches patches) {
        this.ledger = ledger;
        this.registers = registers;
        this.commitments = commitments;
        this.milestones = milestones;
        this.files = files;
        this.guard = guard;
        this.tags = tags;
        this.access = access;
        this.patches = patches;
    }

    MilestoneView plan(String code, MilestoneDocument wanted) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        LocalDate day = day(wanted);
        check(wanted, day, commitment);
        MilestoneBody body = wanted.body(milestones.nextId(code));
        append(code, body, day, wanted.reason());
        return milestones.one(code, body.id(), registers.now());
    }

    /**
     * Applies a merge patch and answers with the milestone as it is then; a patch that changes nothing writes nothing.
     *
     * @param ifMatch tag of the state that the caller has seen
     * @throws JsonProcessingException when the patched document is not one any more
     */
    MilestoneView change(String code, String id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        Coordinates now = registers.now();
        MilestoneView seen = milestones.one(code, id, now);
        tags.requireMatch(ifMatch, seen);
        LocalDate day = day(patches.read(patch, MilestoneDocument.class));
        Checks checks = new Checks();
        guard.day(day, "/effectiveOn", commitment, checks);
        checks.refuse();
        MilestoneBody former = milestones.body(code, id, now.on(day)).orElseThrow(() -> {
            checks.fault("/effectiveOn", "is before the milestone was planned");
            return checks.refusal();
        });
        MilestoneDocument next = patches.apply(MilestoneDocument.of(former), patch);
        check(next, day, commitment);
        MilestoneBody body = next.body(id);
        if (body.equals(former)) return seen;
        append(code, body, day, next.reason());
        return milestones.one(code, id, registers.now());
    }

    private LocalDate day(MilestoneDocument wanted) {
        return wanted.effectiveOn() == null ? registers.now().asOf() : wanted.effectiveOn();
    }

    private void append(String code, MilestoneBody body, LocalDate day, String reason) {
        Recorded recorded = ledger.append(new NewEntry(
                access.caller().actor(), CommitmentKinds.subject(code), CommitmentKinds.MILESTONE, day, reason, body));
        files.publish(Evidence.files(body.evidence()), access.caller().actor(), recorded);
    }

    private void check(MilestoneDocument wanted, LocalDate day, Commitment commitment) {
        Checks checks = new Checks();
        guard.day(day, "/effectiveOn", commitment, checks);
        checks.complete(wanted.title(), "/title");
        checks.length(wanted.title(), LONGEST_TITLE, "/title");
        checks.given(wanted.plannedOn(), "/plannedOn");
        checks.near(wanted.plannedOn(), "/plannedOn");
        checks.near(wanted.forecastOn(), "/forecastOn");
        if (wanted.achievedOn() != null) guard.day(wanted.achievedOn(), "/achievedOn", commitment, checks);
        guard.evidence(wanted.evidence() == null ? List.of() : wanted.evidence(), checks);
        boolean dropped = Boolean.TRUE.equals(wanted.dropped());
        if (dropped && wanted.achievedOn() != null) checks.fault("/dropped", "is for what was not achieved");
        if (dropped && wanted.reason() == null) checks.fault("/reason", "is missing: dropped needs one");
        checks.reason(wanted.reason());
        checks.refuse();
    }
}
