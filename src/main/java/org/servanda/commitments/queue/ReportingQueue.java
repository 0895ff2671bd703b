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

/** Who owes a report on what: the open commitments that were never reported on, or not for too long (rule 8.8). */
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
        ListRequest all = listRequestParser.listRequest(filter, sorted, time);
        StandingPage standingPage = pages.standings(all.withFilter(owed(all.filter())));
        CommitmentFilter owed = standingPage.request().filter();
        ReadPoint at = owed.at();
        SummaryView counts = all.count() ? summaries.count(owed, List.of(Dimension.freshness), CountBy.pledge) : null;
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

    /** The values asked for, all of them when none was; what is closed or current is never in the queue. */
    private static List<String> within(
            Dimension dimension, List<String> allowed, CommitmentFilter filter, List<Fault> faults) {
        List<String> wanted = filter.values().getOrDefault(dimension, allowed);
        wanted.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> faults.add(EnumParameters.fault(dimension.name(), value, allowed)));
        return wanted;
    }
}
