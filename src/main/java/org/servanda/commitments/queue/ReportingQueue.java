package org.servanda.commitments.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.CountBy;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Status;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.commitments.search.CommitmentQueries.StandingPage;
import org.servanda.commitments.search.FilterParameters;
import org.servanda.commitments.search.ListRequest;
import org.servanda.commitments.search.ListRequestParser;
import org.servanda.commitments.search.PageParameters;
import org.servanda.commitments.summary.Summaries;
import org.servanda.commitments.summary.SummaryView;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.EnumParameters;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** The queue of updates that are owed: the open commitments that are never reported, due or overdue (rule 8.8). */
@ApplicationScoped
class ReportingQueue {

    private static final List<String> OPEN =
            Arrays.stream(Status.values()).filter(Status::open).map(Enum::name).toList();

    private static final List<String> OWED = Arrays.stream(Freshness.values())
            .filter(freshness -> freshness != Freshness.current && freshness != Freshness.not_due)
            .map(Enum::name)
            .toList();

    private final ListRequestParser listRequestParser;
    private final CommitmentQueries pages;
    private final Summaries summaries;

    ReportingQueue(ListRequestParser listRequestParser, CommitmentQueries pages, Summaries summaries) {
        this.listRequestParser = listRequestParser;
        this.pages = pages;
        this.summaries = summaries;
    }

    QueuePage page(FilterParameters filter, QueueParameters page, TimeParameters time) {
        PageParameters sorted =
                new PageParameters(SortOrder.Key.reportDue.name(), page.limit(), page.cursor(), null, page.count());
        ListRequest request = listRequestParser.listRequest(filter, sorted, time);
        StandingPage standingPage = pages.standings(request.withFilter(owed(request.filter())));
        CommitmentFilter owed = standingPage.request().filter();
        ReadPoint at = owed.at();
        SummaryView counts =
                request.count() ? summaries.count(owed, List.of(Dimension.freshness), CountBy.pledge) : null;
        return new QueuePage(
                standingPage.items().stream()
                        .map(standing -> QueueItem.of(standing.state(), at.asOf()))
                        .toList(),
                standingPage.next(),
                counts == null ? null : counts.denominator(),
                counts == null ? null : counts.cells(),
                QueuePage.CountLinks.of(owed),
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    private static CommitmentFilter owed(CommitmentFilter filter) {
        List<Fault> faults = new ArrayList<>();
        CommitmentFilter owed = filter.with(Dimension.status, within(Dimension.status, OPEN, filter, faults))
                .with(Dimension.freshness, within(Dimension.freshness, OWED, filter, faults));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return owed;
    }

    /** The values of the filter, all allowed values when it names none; a value that is never in the queue is a fault. */
    private static List<String> within(
            Dimension dimension, List<String> allowed, CommitmentFilter filter, List<Fault> faults) {
        List<String> values = filter.values().getOrDefault(dimension, allowed);
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> faults.add(EnumParameters.fault(dimension.name(), value, allowed)));
        return values;
    }
}
