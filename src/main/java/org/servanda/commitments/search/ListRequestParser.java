package org.servanda.commitments.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.Areas;
import org.servanda.commitments.CountBy;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.ReferenceList;
import org.servanda.ledger.TimeParameters;
import org.servanda.parties.Parties;
import org.servanda.text.SearchWords;
import org.servanda.time.IsoTime;
import org.servanda.time.RegisterCalendar;
import org.servanda.web.EnumParameters;
import org.servanda.web.FieldSelection;
import org.servanda.web.IsoTimeParameter;
import org.servanda.web.PageLimit;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Parses the query parameters of lists and counts; refuses with all faults at once. */
@ApplicationScoped
public class ListRequestParser {

    private static final int MAX_QUERY_LENGTH = 200;
    private static final int MAX_WORDS = 20;
    private static final int MAX_VALUES = 50;

    private final Instruments instruments;
    private final Areas areas;
    private final Parties parties;
    private final ReadPoints readPoints;
    private final RegisterCalendar calendar;

    ListRequestParser(
            Instruments instruments, Areas areas, Parties parties, ReadPoints readPoints, RegisterCalendar calendar) {
        this.instruments = instruments;
        this.areas = areas;
        this.parties = parties;
        this.readPoints = readPoints;
        this.calendar = calendar;
    }

    public ListRequest listRequest(FilterParameters filter, PageParameters page, TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        List<Fault> faults = new ArrayList<>();
        CommitmentFilter commitmentFilter = filter(filter, at, faults);
        SortOrder sort = page.sort() == null
                ? SortOrder.DEFAULT
                : SortOrder.of(page.sort()).orElseGet(() -> {
                    faults.add(EnumParameters.fault("sort", page.sort(), SortOrder.ALLOWED));
                    return SortOrder.DEFAULT;
                });
        int limit = PageLimit.read(page.limit(), faults);
        FieldSelection fields = fields(page.fields(), faults);
        boolean count = EnumParameters.readBoolean("count", page.count(), faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return new ListRequest(commitmentFilter, sort, limit, page.cursor(), fields, count);
    }

    public CommitmentFilter filter(FilterParameters parameters, TimeParameters time) {
        return filter(parameters, readPoints.at(time));
    }

    CommitmentFilter filter(FilterParameters parameters, ReadPoint at) {
        List<Fault> faults = new ArrayList<>();
        CommitmentFilter filter = filter(parameters, at, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return filter;
    }

    /** The one or two dimensions of the parameter {@code by}. */
    public List<Dimension> by(List<String> parameter) {
        List<String> names = FilterParameters.split(parameter);
        List<Fault> faults = new ArrayList<>();
        List<Dimension> by = new ArrayList<>();
        for (String name : names) {
            EnumParameters.find(name, Dimension.class)
                    .ifPresentOrElse(
                            by::add,
                            () -> faults.add(EnumParameters.fault("by", name, EnumParameters.words(Dimension.class))));
        }
        if (faults.isEmpty() && (names.isEmpty() || names.size() > 2))
            faults.add(Fault.parameter("by", "takes one or two dimensions")
                    .allowing(EnumParameters.words(Dimension.class), ""));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return by;
    }

    public CountBy countBy(String word) {
        if (word == null) return CountBy.pledge;
        return EnumParameters.find(word, CountBy.class)
                .orElseThrow(() -> ProblemException.parameters(
                        List.of(EnumParameters.fault("countBy", word, EnumParameters.words(CountBy.class)))));
    }

    FieldSelection fields(List<String> names) {
        List<Fault> faults = new ArrayList<>();
        FieldSelection fields = fields(names, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return fields;
    }

    private static FieldSelection fields(List<String> names, List<Fault> faults) {
        return FieldSelection.of(FilterParameters.split(names), CommitmentView.class, "code", faults);
    }

    private CommitmentFilter filter(FilterParameters parameters, ReadPoint at, List<Fault> faults) {
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            List<String> dimensionValues = parameters.values(dimension);
            if (dimensionValues.isEmpty()) continue;
            if (dimensionValues.size() > MAX_VALUES)
                faults.add(Fault.parameter(dimension.name(), "at most " + MAX_VALUES + " values"));
            else faults.addAll(unknown(dimension, dimensionValues));
            values.put(dimension, dimensionValues);
        }
        return new CommitmentFilter(
                values,
                words(parameters.q(), faults),
                since(parameters.updatedSince(), faults),
                after(parameters.sinceRevision(), at, faults),
                at);
    }

    /** No default branch: a new dimension does not compile before it is decided what its values are checked against. */
    private List<Fault> unknown(Dimension dimension, List<String> values) {
        return switch (dimension) {
            case instrument -> missing(dimension, values, instruments, List.of());
            case area, primaryArea -> missing(dimension, values, areas, List.of());
            case party, reporter -> missing(dimension, values, parties, List.of());
            case owner -> missing(dimension, values, parties, EnumParameters.words(OwnerHow.class));
            case partyStatus, status, kind, obligation, schedule, freshness, assurance, assessment ->
                outside(dimension, values, dimension.enumValues().orElseThrow());
        };
    }

    /** The faults of codes that do not exist; the whole list is read only where a fault has to name the allowed codes. */
    private static List<Fault> missing(
            Dimension dimension, List<String> values, ReferenceList<?, ?> referenceList, List<String> words) {
        Set<String> codes = new LinkedHashSet<>(values);
        codes.removeAll(words);
        if (codes.isEmpty() || referenceList.allExist(codes)) return List.of();
        List<String> allowed = new ArrayList<>(words);
        allowed.addAll(referenceList.codes());
        return values.stream()
                .filter(value -> !allowed.contains(value))
                .map(value -> {
                    Fault fault = EnumParameters.fault(dimension.name(), value, allowed);
                    return referenceList
                            .findCodeByName(value)
                            .map(fault::suggesting)
                            .orElse(fault);
                })
                .toList();
    }

    private static List<Fault> outside(Dimension dimension, List<String> values, List<String> allowed) {
        return values.stream()
                .filter(value -> !allowed.contains(value))
                .map(value -> EnumParameters.fault(dimension.name(), value, allowed))
                .toList();
    }

    private static String words(String q, List<Fault> faults) {
        if (q == null) return null;
        if (q.codePointCount(0, q.length()) > MAX_QUERY_LENGTH)
            faults.add(Fault.parameter("q", "at most " + MAX_QUERY_LENGTH + " characters"));
        else {
            int words = SearchWords.query(q).size();
            if (words == 0) faults.add(Fault.parameter("q", "holds no letter and no digit to look for"));
            if (words > MAX_WORDS) faults.add(Fault.parameter("q", "at most " + MAX_WORDS + " words"));
        }
        return q;
    }

    /** The ledger entry of {@code sinceRevision}; it must not be later than the read point. */
    private EntryRef after(String text, ReadPoint at, List<Fault> faults) {
        if (text == null) return null;
        // Eighteen digits cannot overflow a long.
        long revision = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (revision >= 0 && revision <= at.revision()) return readPoints.entryRef(revision);
        faults.add(Fault.parameter(
                "sinceRevision", "must be a whole number from 0 to " + at.revision() + ", the revision asked for"));
        return null;
    }

    /** The moment of {@code updatedSince}; a day means its beginning. It is rounded up to the precision of the database. */
    private Instant since(String text, List<Fault> faults) {
        if (text == null) return null;
        return IsoTime.day(text)
                .map(calendar::startOf)
                .or(() -> IsoTimeParameter.moment("updatedSince", text, "a day", faults)
                        .map(IsoTime::ceiling))
                .orElse(null);
    }
}
