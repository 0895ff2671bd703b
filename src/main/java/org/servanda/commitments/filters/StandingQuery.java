package org.servanda.commitments.filters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.servanda.commitments.PartyStatus;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.SearchWords;

/**
 * A query over the rows of {@code Standing} that a filter lets through: conditions, joins, groups and parameters in HQL. It
 * alone knows the aliases, and which columns and tables hold the values of a {@link Dimension}.
 *
 * <p>The values of a dimension are a column of {@code Standing}, rows of {@code DetailsFacet}, the status in
 * {@code PartyStanding}, or an expression over the day of reading ({@link DerivedExpressions}).
 */
public final class StandingQuery {

    /** Alias of {@code Standing}. */
    private static final String STANDING = "c";

    /** Alias of the joined row of {@code PartyStanding}; a party without an update has none. */
    private static final String PARTY_STANDING = "party_standing";

    private final CommitmentFilter filter;
    private final List<String> joins = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean byParty;

    public StandingQuery(CommitmentFilter filter) {
        this.filter = filter;
        addReadPoint(filter.at());
        filter.values().keySet().forEach(this::addDimension);
        if (filter.updatedSince() != null) {
            conditions.add(column("updatedAt") + " >= :updatedSince");
            parameters.put("updatedSince", filter.updatedSince());
        }
        if (filter.sinceRevision() != null) {
            // Several entries may have one moment, so the revision decides; the moment is there for the index.
            conditions.add(column("revision") + " > :sinceRevision and " + column("updatedAt") + " >= :sinceItsTime");
            parameters.put("sinceRevision", filter.sinceRevision().sequence());
            parameters.put("sinceItsTime", filter.sinceRevision().at());
        }
        if (filter.q() != null) conditions.addAll(SearchCondition.of(SearchWords.query(filter.q()), parameters));
    }

    /** The HQL path of a column of {@code Standing}. */
    public static String column(String property) {
        return STANDING + "." + property;
    }

    /** The one row of each commitment at the read point; the latest rows have an index of their own. */
    private void addReadPoint(ReadPoint at) {
        if (at.latest()) {
            conditions.add(column("latest") + " = true");
            return;
        }
        conditions.add(column("validFrom") + " <= :asOf and " + column("validTo") + " > :asOf and "
                + column("recordedFrom") + " <= :revision and " + column("recordedTo") + " > :revision");
        parameters.put("asOf", at.asOf());
        parameters.put("revision", at.revision());
    }

    private void addDimension(Dimension dimension) {
        conditions.add(condition(dimension));
        List<?> values = dimension.typed(filter.values().get(dimension));
        parameters.put(dimension.name(), values.size() == 1 ? values.get(0) : values);
    }

    private String condition(Dimension dimension) {
        return switch (dimension.source()) {
            case column, derived -> matches(dimension, expression(dimension));
            case facet -> {
                String row = dimension.name() + "_";
                yield "exists (select 1 from DetailsFacet " + row + " where " + facetOf(dimension, row) + " and "
                        + matches(dimension, row + ".key.value") + ")";
            }
            case party_standing -> partyStatusCondition();
        };
    }

    /** That one of the parties of the filter, or one of all parties, has the status; a party without an update has no row. */
    private String partyStatusCondition() {
        boolean parties = filter.values().containsKey(Dimension.party);
        if (!filter.values().get(Dimension.partyStatus).contains(PartyStatus.not_reported.name()))
            return "exists (select 1 from PartyStanding standing_ where standing_.key.standing = " + column("id")
                    + (parties ? " and " + matches(Dimension.party, "standing_.key.party") : "") + " and "
                    + matches(Dimension.partyStatus, "standing_.status") + ")";
        return "exists (select 1 from DetailsFacet party_ left join PartyStanding standing_ on standing_.key.standing = "
                + column("id") + " and standing_.key.party = party_.key.value where "
                + facetOf(Dimension.party, "party_")
                + (parties ? " and " + matches(Dimension.party, "party_.key.value") : "") + " and "
                + matches(Dimension.partyStatus, statusOrNotReported("standing_")) + ")";
    }

    /** The condition that an expression is one of the values of the filter. */
    private String matches(Dimension dimension, String expression) {
        // Hibernate would translate a list to SQL anew on each request; a single value keeps its statement.
        boolean single = filter.values().get(dimension).size() == 1;
        return expression + (single ? " = :" + dimension : " in (:" + dimension + ")");
    }

    private static String facetOf(Dimension dimension, String alias) {
        return alias + ".key.details = " + column("details.id") + " and " + alias + ".key.dimension = "
                + Dimension.class.getName() + "." + dimension;
    }

    private static String statusOrNotReported(String alias) {
        return "coalesce(" + alias + ".status, '" + PartyStatus.not_reported + "')";
    }

    /** The expression for the value of a dimension; for a facet and a party standing, of the row that is joined. */
    private String expression(Dimension dimension) {
        return switch (dimension.source()) {
            case column -> column(dimension == Dimension.primaryArea ? "area" : dimension.name());
            case facet -> facetAlias(dimension) + ".key.value";
            case party_standing -> statusOrNotReported(PARTY_STANDING);
            case derived -> {
                String expression = DerivedExpressions.of(dimension);
                parameters.putAll(
                        DerivedExpressions.parameters(expression, filter.at().asOf()));
                yield expression;
            }
        };
    }

    private static String facetAlias(Dimension dimension) {
        return dimension + "_facet";
    }

    /** Adds a condition in HQL with its parameters. */
    public StandingQuery where(String condition, Map<String, Object> added) {
        conditions.add(condition);
        parameters.putAll(added);
        return this;
    }

    /** Only the commitment with this code. */
    public StandingQuery withCode(String code) {
        conditions.add(0, column("code") + " = :code");
        parameters.put("code", code);
        return this;
    }

    /** Only what comes after a position in the order. */
    public StandingQuery after(KeysetPosition position, SortOrder order) {
        conditions.add(order.afterPosition());
        parameters.put("atKey", position.sortKey());
        if (order.key() == SortOrder.Key.updated) parameters.put("at", Instant.parse(position.sortValue()));
        else if (order.key() != SortOrder.Key.code) parameters.put("at", LocalDate.parse(position.sortValue()));
        return this;
    }

    /**
     * Groups by one or two dimensions. A filter of a dimension holds for its groups as well: else {@code party=LA} by party
     * would count the parties beside Laos, which no address of a list can say.
     */
    public StandingQuery groupedBy(List<Dimension> dimensions) {
        byParty = dimensions.contains(Dimension.partyStatus)
                || dimensions.contains(Dimension.party) && filter.values().containsKey(Dimension.partyStatus);
        if (byParty && !dimensions.contains(Dimension.party)) joinFacet(Dimension.party);
        dimensions.stream().filter(Dimension::multiValued).forEach(this::joinFacet);
        if (byParty) joinPartyStanding();
        dimensions.forEach(dimension -> groups.add(expression(dimension)));
        return this;
    }

    private void joinFacet(Dimension dimension) {
        String alias = facetAlias(dimension);
        joins.add(" join DetailsFacet " + alias + " on " + facetOf(dimension, alias));
        narrowGroups(dimension);
    }

    private void joinPartyStanding() {
        joins.add(" left join PartyStanding " + PARTY_STANDING + " on " + PARTY_STANDING + ".key.standing = "
                + column("id") + " and " + PARTY_STANDING + ".key.party = " + expression(Dimension.party));
        narrowGroups(Dimension.partyStatus);
    }

    private void narrowGroups(Dimension dimension) {
        if (filter.values().containsKey(dimension)) conditions.add(matches(dimension, expression(dimension)));
    }

    /** The HQL that reads the rows with their details. */
    public String rows() {
        return "from Standing " + STANDING + " join fetch " + column("details") + " where " + condition();
    }

    /** The HQL that counts the rows, in each group where there are groups. */
    public String count() {
        // Two parties of one commitment may have the same status.
        String count = byParty ? "count(distinct " + column("id") + ")" : "count(*)";
        if (groups.isEmpty()) return "select " + count + from();
        return "select " + selected(count) + from() + " group by " + (groups.size() == 1 ? "1" : "1, 2");
    }

    /** The HQL that reads the codes, each beside its group where there are groups. */
    public String codes() {
        return "select distinct " + selected(column("code")) + from();
    }

    private String selected(String last) {
        List<String> selected = new ArrayList<>(groups);
        selected.add(last);
        return String.join(", ", selected);
    }

    private String from() {
        return " from Standing " + STANDING + String.join("", joins) + " where " + condition();
    }

    /** All conditions in HQL. */
    String condition() {
        return String.join(" and ", conditions);
    }

    /** A value for each parameter of the HQL, no more and no fewer: Hibernate refuses anything else. */
    public Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }
}
