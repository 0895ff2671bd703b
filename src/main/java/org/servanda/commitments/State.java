package org.servanda.commitments;

import java.util.LinkedHashSet;
import java.util.Set;

/** All that is known of a commitment on a day: what a rectangle of the two times holds. */
record State(Details details, Progress progress) {

    /** The values it is filtered and counted by, apart from those that depend on the day of reading. */
    Set<Facet> facets() {
        Promise promise = details.promise();
        Set<Facet> facets = new LinkedHashSet<>(collected());
        facets.removeIf(facet -> facet.dimension().uncounted());
        facets.add(new Facet(Dimension.instrument, promise.instrument()));
        facets.add(new Facet(Dimension.primaryArea, promise.area()));
        facets.add(new Facet(Dimension.kind, promise.kind().name()));
        facets.add(new Facet(Dimension.obligation, promise.obligation().name()));
        facets.add(new Facet(Dimension.status, progress.status().name()));
        facets.add(new Facet(Dimension.assurance, progress.assurance().name()));
        return facets;
    }

    /** Those of which a commitment has several. */
    Set<Facet> collected() {
        Promise promise = details.promise();
        Set<Facet> facets = new LinkedHashSet<>();
        facets.add(new Facet(Dimension.area, promise.area()));
        promise.otherAreas().forEach(value -> facets.add(new Facet(Dimension.area, value)));
        promise.parties().forEach(value -> facets.add(new Facet(Dimension.party, value)));
        details.reporters().forEach(value -> facets.add(new Facet(Dimension.reporter, value)));
        details.owner().values().forEach(value -> facets.add(new Facet(Dimension.owner, value)));
        return facets;
    }
}
