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

/** Reads updates: one by its id, or a page of a filtered list. */
@ApplicationScoped
class UpdateQueries {

    private final ReadPoints readPoints;
    private final Updates updates;
    private final Commitments commitments;
    private final CommitmentQueries commitmentQueries;
    private final Instruments instruments;
    private final Parties parties;

    UpdateQueries(
            ReadPoints readPoints,
            Updates updates,
            Commitments commitments,
            CommitmentQueries commitmentQueries,
            Instruments instruments,
            Parties parties) {
        this.readPoints = readPoints;
        this.updates = updates;
        this.commitments = commitments;
        this.commitmentQueries = commitmentQueries;
        this.instruments = instruments;
        this.parties = parties;
    }

    /** A page of the updates of a commitment that exists at the read point. */
    UpdatePage page(String code, CommitmentUpdateParameters parameters, TimeParameters time) {
        ReadPoint readPoint = readPoints.at(time);
        commitmentQueries.commitment(code, readPoint);
        return page(parameters.about(code), readPoint);
    }

    UpdatePage page(UpdateParameters parameters, TimeParameters time) {
        return page(parameters, readPoints.at(time));
    }

    private UpdatePage page(UpdateParameters parameters, ReadPoint readPoint) {
        CursorSigner signer = new CursorSigner(readPoints.cursorKey());
        List<Fault> faults = new ArrayList<>();
        int limit = PageLimit.read(parameters.limit(), faults);
        UpdateFilter filter = filter(parameters, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        String address = "updates?" + filter.address() + "&" + readPoint.queryString();
        CursorPosition position =
                parameters.cursor() == null ? null : CursorPosition.read(signer, parameters.cursor(), address);
        ReadPoint at =
                position == null ? readPoint : readPoints.atCursor(readPoint, position.asOf(), position.revision());
        long afterEntry =
                position == null ? 0 : Long.parseLong(position.itemKey().get(0));
        List<Update> updatesFound = updates.page(filter, afterEntry, limit + 1, at);
        List<Update> updatesOfPage = updatesFound.size() > limit ? updatesFound.subList(0, limit) : updatesFound;
        String next = updatesFound.size() > limit
                ? new CursorPosition(
                                at.asOf(),
                                at.revision(),
                                List.of("" + updatesOfPage.get(limit - 1).submittedEntry()))
                        .toCursor(signer, address)
                : null;
        return new UpdatePage(
                updatesOfPage.stream().map(update -> updates.view(update, at)).toList(),
                next,
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    /** One update by its id; an update that the caller may not see is answered like an update that does not exist. */
    UpdateView one(String id, TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        return updates.find(id, at).orElseThrow(() -> ProblemException.unknown("update", id, () -> visibleIds(id, at)));
    }

    /** Ids that the caller may see of the commitment whose code the id begins with, or whose code is nearest to that. */
    private List<String> visibleIds(String id, ReadPoint at) {
        String code = id.replaceFirst("-[^-]*$", "");
        return commitments
                .findByCode(code)
                .map(Commitment::code)
                .or(() -> commitments.nearest(code))
                .map(commitment ->
                        updates.page(new UpdateFilter(null, commitment, null, null), 0, PageLimit.MAX, at).stream()
                                .map(Update::id)
                                .toList())
                .orElse(List.of());
    }

    private UpdateFilter filter(UpdateParameters parameters, List<Fault> faults) {
        UpdateState state = null;
        if (parameters.state() != null) {
            state = EnumParameters.find(parameters.state(), UpdateState.class).orElse(null);
            if (state == null)
                faults.add(EnumParameters.fault("state", parameters.state(), EnumParameters.words(UpdateState.class)));
        }
        if (parameters.commitment() != null
                && commitments.findByCode(parameters.commitment()).isEmpty())
            faults.add(Fault.parameter("commitment", "there is no commitment " + parameters.commitment())
                    .allowing(commitments.neighbours(parameters.commitment()), parameters.commitment()));
        checkCode("instrument", parameters.instrument(), instruments.codes(), faults);
        checkCode("party", parameters.party(), parties.codes(), faults);
        return new UpdateFilter(state, parameters.commitment(), parameters.instrument(), parameters.party());
    }

    private static void checkCode(String name, String code, List<String> codes, List<Fault> faults) {
        if (code != null && !codes.contains(code)) faults.add(EnumParameters.fault(name, code, codes));
    }
}
