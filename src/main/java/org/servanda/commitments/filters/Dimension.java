package org.servanda.commitments.filters;

import java.util.List;
import java.util.Optional;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.web.EnumParameters;

/**
 * A dimension by which commitments are filtered and counted. The constants are the names of the query parameters and of the
 * fields in a count; {@link StandingQuery} reads their values.
 * Stated a second time, independently, in {@code org.servanda.verify.Filter}.
 */
public enum Dimension {
    instrument(Source.column),
    area(Source.facet),
    primaryArea(Source.column),
    owner(Source.facet),
    party(Source.facet),
    reporter(Source.facet),
    partyStatus(Source.party_standing, PartyStatus.class),
    status(Source.column, Status.class),
    kind(Source.column, CommitmentKind.class),
    obligation(Source.column, Obligation.class),
    schedule(Source.derived, Schedule.class),
    freshness(Source.derived, Freshness.class),
    assurance(Source.column, Assurance.class),
    assessment(Source.column, AssessmentResult.class);

    /** Where a query finds the values of a dimension. */
    enum Source {
        /** A column of {@code Standing}: one value for each commitment. */
        column,
        /** Rows of {@code DetailsFacet}: several values for one commitment. */
        facet,
        /** The status in {@code PartyStanding}: one value for each party of a commitment. */
        party_standing,
        /** An expression over columns and the day of reading. */
        derived
    }

    private final Source source;
    private final Class<? extends Enum<?>> type;

    Dimension(Source source) {
        this(source, null);
    }

    Dimension(Source source, Class<? extends Enum<?>> type) {
        this.source = source;
        this.type = type;
    }

    Source source() {
        return source;
    }

    /** The closed list of its values; empty when they are codes of the register. */
    public Optional<List<String>> enumValues() {
        return Optional.ofNullable(type).map(EnumParameters::words);
    }

    /** Whether a commitment has several values, so that counts by it add up to more than the whole. */
    public boolean multiValued() {
        return source == Source.facet;
    }

    /** Whether no counts of it are kept: it depends on the day of reading or on the party that is meant, or is rare. */
    public boolean uncounted() {
        return comparedAsText() || this == assessment || this == reporter;
    }

    private boolean comparedAsText() {
        return source == Source.derived || source == Source.party_standing;
    }

    /** The values as a query compares them: constants for the columns of enums, else text. */
    List<?> typed(List<String> values) {
        if (type == null || comparedAsText()) return values;
        return values.stream()
                .map(value -> List.of(type.getEnumConstants())
                        .get(EnumParameters.words(type).indexOf(value)))
                .toList();
    }
}
