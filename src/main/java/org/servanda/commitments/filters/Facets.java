package org.servanda.commitments.filters;

import java.util.LinkedHashSet;
import java.util.Set;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentState;

/** The facets of a commitment, apart from those that depend on the day of reading. */
public final class Facets {

    private Facets() {}

    /** The facets by which a state is counted. */
    public static Set<Facet> of(CommitmentState state) {
        CommitmentText commitmentText = state.details().text();
        Set<Facet> facets = new LinkedHashSet<>(of(state.details()));
        facets.removeIf(facet -> facet.dimension().uncounted());
        facets.add(new Facet(Dimension.instrument, commitmentText.instrument()));
        facets.add(new Facet(Dimension.primaryArea, commitmentText.area()));
        facets.add(new Facet(Dimension.kind, commitmentText.kind().name()));
        facets.add(new Facet(Dimension.obligation, commitmentText.obligation().name()));
        facets.add(new Facet(Dimension.status, state.progress().status().name()));
        facets.add(new Facet(Dimension.assurance, state.progress().assurance().name()));
        return facets;
    }

    /** The facets of multi-valued dimensions, which follow from the details alone. */
    public static Set<Facet> of(CommitmentDetails details) {
        CommitmentText commitmentText = details.text();
        Set<Facet> facets = new LinkedHashSet<>();
        facets.add(new Facet(Dimension.area, commitmentText.area()));
        commitmentText.otherAreas().forEach(value -> facets.add(new Facet(Dimension.area, value)));
        commitmentText.parties().forEach(value -> facets.add(new Facet(Dimension.party, value)));
        details.reporters().forEach(value -> facets.add(new Facet(Dimension.reporter, value)));
        details.owner().values().forEach(value -> facets.add(new Facet(Dimension.owner, value)));
        return facets;
    }
}
