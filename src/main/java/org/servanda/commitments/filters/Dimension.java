package org.servanda.commitments.filters;

import java.util.List;
import java.util.Map;
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
 * What commitments are filtered and counted by. The constants are the names of the parameters and of the fields in a
 * count. Each knows how a query reads it: a column of {@code Standing}, rows of {@code DetailsFacet}, or an expression over the day.
 * Stated a second time, independently, in {@code org.servanda.verify.Filter}.
 */
public enum Dimension {
    instrument("c.instrument"),
    area(true),
    primaryArea("c.area"),
    owner(true),
    party(true),
    reporter(true),
    partyStatus("coalesce(" + Dimension.ITS + ".status, '" + PartyStatus.not_reported + "')", PartyStatus.class),
    status("c.status", Status.class),
    kind("c.kind", CommitmentKind.class),
    obligation("c.obligation", Obligation.class),
    schedule(DerivedExpressions.SCHEDULE, Schedule.class),
    freshness(DerivedExpressions.FRESHNESS, Freshness.class),
    assurance("c.assurance", Assurance.class),
    assessment("c.assessment", AssessmentResult.class);

    /** Where a party stands, beside the row of {@code DetailsFacet} that names it. */
    private static final String ITS = "of_its";

    private final String path;
    private final boolean multiValued;
    private final Class<? extends Enum<?>> enumValues;

    Dimension(String path) {
        this(path, false, null);
    }

    Dimension(boolean many) {
        this(null, many, null);
    }

    Dimension(String path, Class<? extends Enum<?>> words) {
        this(path, false, words);
    }

    Dimension(String path, boolean many, Class<? extends Enum<?>> words) {
        this.path = path;
        this.multiValued = many;
        this.enumValues = words;
    }

    /** The closed list of its values; empty when they are codes of the register. */
    public Optional<List<String>> enumValues() {
        return Optional.ofNullable(enumValues).map(EnumParameters::words);
    }

    /** Whether a commitment has several values, so that counts by it add up to more than the whole. */
    public boolean multiValued() {
        return multiValued;
    }

    /** Whether no counts of it are kept: it depends on the day it is read or on the party that is meant, or is rare. */
    public boolean uncounted() {
        return byWord() || this == assessment || this == reporter;
    }

    /** Whether queries compare its values as words. */
    private boolean byWord() {
        return this == schedule || this == freshness || this == partyStatus;
    }

    /** What a count groups by: its column, or the value of a row joined by {@link #rows}. */
    public String column() {
        return multiValued ? alias() + ".key.value" : path;
    }

    /** Joins the rows that hold its values. */
    public String rows() {
        return "DetailsFacet " + alias() + " on " + belonging(alias());
    }

    private String alias() {
        return "of_" + name();
    }

    private String belonging(String alias) {
        return alias + ".key.details = c.details.id and " + alias + ".key.dimension = " + Dimension.class.getName()
                + "." + name();
    }

    /** The condition that {@code column} is the value, or one of the values, bound to {@code :name()}. */
    public String matches(String column, int values) {
        // One statement for every single value; Hibernate would translate a list anew on each request.
        return column + (values == 1 ? " = :" + name() : " in (:" + name() + ")");
    }

    /** Joins where the parties stand to the rows of {@link #party}. */
    public static String standingsOfParties() {
        return "left join PartyStanding " + ITS + " on " + ITS + ".key.standing = c.id and " + ITS + ".key.party = "
                + party.column();
    }

    /** The condition that it has one of the values that a filter names for it. */
    String condition(Map<Dimension, List<String>> filter) {
        int values = filter.get(this).size();
        if (this == partyStatus) return ofParty(filter);
        if (!multiValued) return matches(path, values);
        String row = name() + "_";
        return "exists (select 1 from DetailsFacet " + row + " where " + belonging(row) + " and "
                + matches(row + ".key.value", values) + ")";
    }

    /** That one of the parties asked for, or one of all, stands so: what never reported has no row. */
    private static String ofParty(Map<Dimension, List<String>> filter) {
        List<String> wanted = filter.get(partyStatus);
        List<String> parties = filter.getOrDefault(party, List.of());
        if (!wanted.contains(PartyStatus.not_reported.name()))
            return "exists (select 1 from PartyStanding its_ where its_.key.standing = c.id"
                    + (parties.isEmpty() ? "" : " and " + party.matches("its_.key.party", parties.size())) + " and "
                    + partyStatus.matches("its_.status", wanted.size()) + ")";
        return "exists (select 1 from DetailsFacet bound_ left join PartyStanding its_ on its_.key.standing = c.id"
                + " and its_.key.party = bound_.key.value where " + party.belonging("bound_")
                + (parties.isEmpty() ? "" : " and " + party.matches("bound_.key.value", parties.size())) + " and "
                + partyStatus.matches(partyStatus.path.replace(ITS, "its_"), wanted.size()) + ")";
    }

    /** The value, or the values, as a query compares them. */
    Object bind(List<String> values) {
        List<?> typed = typed(values);
        return typed.size() == 1 ? typed.get(0) : typed;
    }

    private List<?> typed(List<String> values) {
        if (enumValues == null || byWord()) return values;
        return values.stream()
                .map(value -> List.of(enumValues.getEnumConstants())
                        .get(EnumParameters.words(enumValues).indexOf(value)))
                .toList();
    }
}
