package org.servanda.progress.updates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Caller;
import org.servanda.access.CallerContext;
import org.servanda.access.Scope;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.files.EvidenceFiles;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.ReadPoint;
import org.servanda.progress.Evidence;

/** Repository of updates; it finds only updates that the caller may see, since submitted and returned updates are not public. */
@ApplicationScoped
public class Updates implements PanacheRepositoryBase<Update, String> {

    private static final String WAITING = "(u.decidedEntry is null or u.decidedEntry > :revision)";

    private final EvidenceFiles files;
    private final CallerContext callerContext;

    Updates(EvidenceFiles files, CallerContext callerContext) {
        this.files = files;
        this.callerContext = callerContext;
    }

    /**
     * Puts an accepted update in force: the update that it corrects is corrected from now on, and its files become public. The
     * caller updates the projection ({@link StandingProjection#catchUp}).
     */
    public void putInForce(UpdateBody accepted, EntryRef recorded) {
        if (accepted.corrects() != null) findById(accepted.corrects()).correct(accepted.id(), recorded);
        files.publish(Evidence.files(accepted.evidence()), accepted.submittedBy(), recorded);
    }

    /** The update in force in the place of an accepted update: its last correction, or the update itself where none corrects it. */
    public Update latestCorrection(Update accepted) {
        Update current = accepted;
        while (current.correctedBy() != null) current = findById(current.correctedBy());
        return current;
    }

    /** Up to {@code limit} updates that were submitted after an entry, in the order of their submission. */
    public List<Update> page(UpdateFilter filter, long afterEntry, int limit, ReadPoint at) {
        List<String> conditions = new ArrayList<>(List.of("u.submittedEntry > :afterEntry"));
        Map<String, Object> parameters = new HashMap<>(Map.of("afterEntry", afterEntry));
        addVisibility(conditions, parameters, at);
        filter.addTo(conditions, parameters);
        if (filter.state() != null) conditions.add(state(filter.state()));
        return find(
                        "from Update u where " + String.join(" and ", conditions) + " order by u.submittedEntry",
                        parameters)
                .page(0, limit)
                .list();
    }

    public UpdateView view(Update update, ReadPoint at) {
        return update.view(at.revision(), mayBeSeenWithNote(update));
    }

    /** An update at the read point; empty where it does not exist there or the caller may not see it. */
    Optional<UpdateView> find(String id, ReadPoint at) {
        List<String> conditions = new ArrayList<>(List.of("u.id = :id"));
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id));
        addVisibility(conditions, parameters, at);
        return find("from Update u where " + String.join(" and ", conditions), parameters)
                .firstResultOptional()
                .map(update -> view(update, at));
    }

    /** Whether the caller has submitted an update of a commitment, in any role; see {@link Caller#is}. */
    public boolean reportedBy(Caller caller, String commitment) {
        return count("commitment = ?1 and submittedBy like ?2", commitment, "%/" + caller.id()) > 0;
    }

    private void addVisibility(List<String> conditions, Map<String, Object> parameters, ReadPoint at) {
        conditions.add("u.submittedEntry <= :revision and u.effectiveOn <= :asOf");
        parameters.put("revision", at.revision());
        parameters.put("asOf", at.asOf());
        String accepted = state(UpdateState.accepted);
        if (callerContext.scope() == Scope.own) {
            conditions.add("(" + accepted + " or u.submitterParty = :own)");
            parameters.put("own", callerContext.caller().party());
        } else if (callerContext.scope() != Scope.all) conditions.add(accepted);
    }

    private static String state(UpdateState state) {
        return state == UpdateState.submitted
                ? WAITING
                : "(u.state = " + UpdateState.class.getName() + "." + state + " and u.decidedEntry <= :revision)";
    }

    private boolean mayBeSeenWithNote(Update update) {
        return callerContext.scope() == Scope.all
                || callerContext.scope() == Scope.own
                        && callerContext.caller().party().equals(update.submitterParty());
    }
}
