package org.servanda.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitment.Entered;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.importing.Seeds.SeededInstrument;

/** Writes the commitments of an instrument; a commitment that left its seed file is a fault, since no code is ever withdrawn. */
@ApplicationScoped
class CommitmentSeedWriter implements InstrumentPartWriter {

    private final Commitments commitments;

    CommitmentSeedWriter(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void write(SeededInstrument instrument, SeedChanges changes) {
        String code = instrument.view().code();
        LocalDate adopted = instrument.view().adopted().date();
        Map<String, Commitment> unseen = commitments.list("instrument", code).stream()
                .collect(Collectors.toMap(Commitment::code, Function.identity()));
        // A commitment with the same text may still get another standing: the instrument's dates may be corrected.
        changes.addSeeded(unseen.values());
        for (CommitmentText text : instrument.commitments()) write(text, unseen.remove(text.code()), adopted, changes);
        unseen.values().stream()
                .filter(commitment -> commitment.entered(Entered.seeds))
                .forEach(commitment -> changes.fault(new SeedFault(
                        "instruments/" + code + "/commitments.yaml",
                        1,
                        commitment.code() + " is in the register but no longer here; a code is never withdrawn")));
    }

    /** @param stored null where the register does not have the commitment yet */
    private void write(CommitmentText text, Commitment stored, LocalDate adopted, SeedChanges changes) {
        String subject = CommitmentEntryKinds.subject(text.code());
        if (stored == null) {
            changes.append(subject, CommitmentEntryKinds.RECORDED, adopted, text);
            Commitment added = new Commitment(text, Entered.seeds);
            commitments.persist(added);
            changes.addSeeded(List.of(added));
        } else if (stored.differsFrom(text)) {
            changes.append(subject, CommitmentEntryKinds.CORRECTED, adopted, text);
            stored.correct(text, Entered.seeds);
        }
    }
}
