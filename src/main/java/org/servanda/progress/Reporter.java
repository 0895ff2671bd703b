package org.servanda.progress;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Access;
import org.servanda.access.Caller;
import org.servanda.access.Role;
import org.servanda.commitments.Assignments;
import org.servanda.commitments.Chronicle;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentKinds;
import org.servanda.commitments.Commitments;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.Recorded;
import org.servanda.ledger.Registers;
import org.servanda.text.Bilingual;

/** Takes reports: a focal point's wait for a decision, the secretariat's own count at once. */
@ApplicationScoped
class Reporter {

    private final Ledger ledger;
    private final Registers registers;
    private final Commitments commitments;
    private final Assignments assignments;
    private final Chronicle chronicle;
    private final Updates updates;
    private final Guard guard;
    private final Access access;

    Reporter(
            Ledger ledger,
            Registers registers,
            Commitments commitments,
            Assignments assignments,
            Chronicle chronicle,
            Updates updates,
            Guard guard,
            Access access) {
        this.ledger = ledger;
        this.registers = registers;
        this.commitments = commitments;
        this.assignments = assignments;
        this.chronicle = chronicle;
        this.updates = updates;
        this.guard = guard;
        this.access = access;
    }

    UpdateView report(String code, NewUpdate report) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        requireConcerned(commitment, report);
        guard.check(report, commitment);
        Caller caller = access.caller();
        UpdateBody submitted = UpdateBody.of(commitment.nextUpdate(), report, caller.actor());
        boolean secretariat = caller.role() == Role.secretariat;
        guard.requireLegal(submitted, commitment, secretariat);
        UpdateBody body = secretariat ? submitted.decided(UpdateState.accepted, caller.actor(), null) : submitted;
        Recorded recorded = append(ledger, commitment, body, caller.actor());
        Update update = new Update(code, commitment.instrument(), body, caller, recorded);
        updates.persist(update);
        if (secretariat) {
            correct(updates, body, recorded);
            chronicle.follow(List.of(commitment));
        }
        return updates.view(update, registers.now());
    }

    /** Makes an accepted update count; the standings follow when {@link Chronicle#follow} is called for all of them. */
    static void correct(Updates updates, UpdateBody body, Recorded recorded) {
        if (body.corrects() != null) updates.findById(body.corrects()).correct(body.id(), recorded);
    }

    /** One entry for each thing that happens to an update; its kind is what became of it. */
    static Recorded append(Ledger ledger, Commitment commitment, UpdateBody body, String actor) {
        String kind =
                switch (body.state()) {
                    case submitted -> CommitmentKinds.SUBMITTED;
                    case accepted -> CommitmentKinds.ACCEPTED;
                    case returned -> CommitmentKinds.RETURNED;
                };
        return ledger.append(new NewEntry(
                actor,
                CommitmentKinds.subject(commitment.code()),
                kind,
                body.effectiveOn(),
                reason(body.state() == UpdateState.returned ? body.note() : body.reason()),
                body));
    }

    private static String reason(Bilingual why) {
        if (why == null) return null;
        return why.en() == null ? why.zh() : why.en();
    }

    private void requireConcerned(Commitment commitment, NewUpdate report) {
        access.requireParty(
                () -> Guard.concerned(commitment.promise(), assignments.of(commitment.code(), registers.now())),
                commitment.code());
        if (report.party() != null) access.requireParty(() -> Set.of(report.party()), "what is reported");
    }
}
