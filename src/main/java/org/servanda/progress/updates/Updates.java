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

/** Finds updates as far as the caller may see them: what is not accepted is for those concerned. */
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
     * Makes an accepted update count: the one it corrects does no more, and everyone may see the files it names. The
     * standings follow when {@link StandingProjection#follow} is called for all of them.
     */
    public void count(UpdateBody accepted, EntryRef recorded) {
        if (accepted.corrects() != null) findById(accepted.corrects()).correct(accepted.id(), recorded);
        files.publish(Evidence.files(accepted.evidence()), accepted.submittedBy(), recorded);
    }

    /** The update that counts where this one did before it was corrected; itself, if it was not. */
    public Update inPlaceOf(Update accepted) {
        Update counting = accepted;
        while (counting.correctedBy() != null) counting = findById(counting.correctedBy());
        return counting;
    }

    /** Up to {@code most} updates behind an entry, in the order in which they were submitted. */
    public List<Update> page(UpdateFilter filter, long behind, int most, ReadPoint at) {
        List<String> all = new ArrayList<>(List.of("u.submittedEntry > :behind"));
        Map<String, Object> parameters = new HashMap<>(Map.of("behind", behind));
        known(all, parameters, at);
        filter.narrow(all, parameters);
        if (filter.state() != null) all.add(state(filter.state()));
        return find("from Update u where " + String.join(" and ", all) + " order by u.submittedEntry", parameters)
                .page(0, most)
                .list();
    }

    public UpdateView view(Update update, ReadPoint at) {
        return update.view(at.revision(), inside(update));
    }

    /** An update as far as this caller may see it at these coordinates. */
    Optional<UpdateView> find(String id, ReadPoint at) {
        List<String> all = new ArrayList<>(List.of("u.id = :id"));
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id));
        known(all, parameters, at);
        return find("from Update u where " + String.join(" and ", all), parameters)
                .firstResultOptional()
                .map(update -> view(update, at));
    }

    /** Whether somebody has reported on a commitment, in whatever role; see {@link Caller#is}. */
    public boolean reportedBy(Caller caller, String commitment) {
        return count("commitment = ?1 and submittedBy like ?2", commitment, "%/" + caller.id()) > 0;
    }

    private void known(List<String> all, Map<String, Object> parameters, ReadPoint at) {
        all.add("u.submittedEntry <= :revision and u.effectiveOn <= :asOf");
        parameters.put("revision", at.revision());
        parameters.put("asOf", at.asOf());
        String accepted = state(UpdateState.accepted);
        if (callerContext.scope() == Scope.own) {
            all.add("(" + accepted + " or u.submitterParty = :own)");
            parameters.put("own", callerContext.caller().party());
        } else if (callerContext.scope() != Scope.all) all.add(accepted);
    }

    private static String state(UpdateState state) {
        return state == UpdateState.submitted
                ? WAITING
                : "(u.state = " + UpdateState.class.getName() + "." + state + " and u.decidedEntry <= :revision)";
    }

    private boolean inside(Update update) {
        return callerContext.scope() == Scope.all
                || callerContext.scope() == Scope.own
                        && callerContext.caller().party().equals(update.submitterParty());
    }
}
