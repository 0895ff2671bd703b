package org.servanda.progress.updates;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.CursorPosition;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.parties.Parties;
import org.servanda.web.CursorSigner;
import org.servanda.web.EnumParameters;
import org.servanda.web.PageLimit;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Reads updates, one or a page of them. */
@ApplicationScoped
class UpdateQueries {

    private final ReadPoints readPoints;
    private final Updates updates;
    private final Commitments commitments;
    private final CommitmentQueries present;
    private final Instruments instruments;
    private final Parties parties;

    UpdateQueries(
            ReadPoints readPoints,
            Updates updates,
            Commitments commitments,
            CommitmentQueries present,
            Instruments instruments,
            Parties parties) {
        this.readPoints = readPoints;
        this.updates = updates;
        this.commitments = commitments;
        this.present = present;
        this.instruments = instruments;
        this.parties = parties;
    }

    /** The updates of a commitment that is there at these coordinates. */
    UpdatePage page(String code, CommitmentUpdateParameters given, TimeParameters time) {
        ReadPoint asked = readPoints.at(time);
        present.commitment(code, asked);
        return page(given.about(code), asked);
    }

    UpdatePage page(UpdateParameters given, TimeParameters time) {
        return page(given, readPoints.at(time));
    }

    private UpdatePage page(UpdateParameters given, ReadPoint asked) {
        CursorSigner seal = new CursorSigner(readPoints.cursorKey());
        List<Fault> faults = new ArrayList<>();
        int limit = PageLimit.read(given.limit(), faults);
        UpdateFilter filter = filter(given, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        String address = "updates?" + filter.address() + "&" + asked.query();
        CursorPosition position = given.cursor() == null ? null : CursorPosition.read(seal, given.cursor(), address);
        ReadPoint at = position == null ? asked : readPoints.resume(asked, position.asOf(), position.revision());
        long behind = position == null ? 0 : Long.parseLong(position.place().get(0));
        List<Update> found = updates.page(filter, behind, limit + 1, at);
        List<Update> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit
                ? new CursorPosition(
                                at.asOf(),
                                at.revision(),
                                List.of("" + shown.get(limit - 1).submittedEntry()))
                        .seal(seal, address)
                : null;
        return new UpdatePage(
                shown.stream().map(update -> updates.view(update, at)).toList(),
                next,
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    /** An update that the caller may not see is answered like one that does not exist. */
    UpdateView one(String id, TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        return updates.find(id, at).orElseThrow(() -> ProblemException.unknown("update", id, () -> neighbours(id, at)));
    }

    /** What the caller may see of the commitment that the id begins with, or that is meant by its beginning. */
    private List<String> neighbours(String id, ReadPoint at) {
        String code = id.replaceFirst("-[^-]*$", "");
        return commitments
                .findByCode(code)
                .map(Commitment::code)
                .or(() -> commitments.nearest(code))
                .map(known -> updates.page(new UpdateFilter(null, known, null, null), 0, PageLimit.MAX, at).stream()
                        .map(Update::id)
                        .toList())
                .orElse(List.of());
    }

    private UpdateFilter filter(UpdateParameters given, List<Fault> faults) {
        UpdateState state = null;
        if (given.state() != null) {
            state = EnumParameters.find(given.state(), UpdateState.class).orElse(null);
            if (state == null)
                faults.add(EnumParameters.fault("state", given.state(), EnumParameters.words(UpdateState.class)));
        }
        if (given.commitment() != null
                && commitments.findByCode(given.commitment()).isEmpty())
            faults.add(Fault.parameter("commitment", "there is no commitment " + given.commitment())
                    .allowing(commitments.neighbours(given.commitment()), given.commitment()));
        known("instrument", given.instrument(), instruments.codes(), faults);
        known("party", given.party(), parties.codes(), faults);
        return new UpdateFilter(state, given.commitment(), given.instrument(), given.party());
    }

    private static void known(String name, String code, List<String> codes, List<Fault> faults) {
        if (code != null && !codes.contains(code)) faults.add(EnumParameters.fault(name, code, codes));
    }
}
