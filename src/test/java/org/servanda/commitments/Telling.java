package org.servanda.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.TextNode;

import org.servanda.commitments.Edit.Clearable;
import org.servanda.instruments.Quote;
import org.servanda.ledger.Recorded;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.time.DatePrecision;

/** The facts of a case, told one after the other; each has the number of its telling. */
final class Telling {

    static final LocalDate ADOPTED = LocalDate.of(2024, 10, 10);
    static final int INTERVAL = 90;

    private final List<Fact> facts = new ArrayList<>();

    /** An instrument of 10 October 2024 and a promise in it that the text calls declared. */
    static Telling ofOnePromise() {
        return new Telling().adopted(ADOPTED).reads(promise("As it reads", "AI"));
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2025, month, day);
    }

    /** When the fact of that number was recorded. */
    static Instant recordedAt(long sequence) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence);
    }

    private Recorded next() {
        long sequence = facts.size() + 1;
        return new Recorded(sequence, recordedAt(sequence));
    }

    Telling tell(Fact fact) {
        facts.add(fact);
        return this;
    }

    Telling adopted(LocalDate day) {
        return tell(new Fact.Source(next(), day, INTERVAL));
    }

    Telling reads(Promise promise) {
        return tell(new Fact.Text(next(), promise));
    }

    Telling edited(LocalDate on, Edit edit) {
        return tell(new Fact.Edited(next(), on, edit));
    }

    Telling titled(LocalDate on, String title) {
        return edited(on, new Edit(new Bilingual(null, title), null, null, null, null, null, null, null));
    }

    Telling ledBy(LocalDate on, String party) {
        return edited(on, new Edit(null, null, null, new Owner.Assigned(party, null, on), null, null, null, null));
    }

    Telling rolledUp(LocalDate on, RollUp rule) {
        return edited(on, new Edit(null, null, null, null, null, null, rule, null));
    }

    Telling cleared(LocalDate on, Clearable field) {
        return edited(on, new Edit(null, null, null, null, null, null, null, List.of(field)));
    }

    Telling dueBy(LocalDate on, LocalDate end) {
        return edited(on, new Edit(null, null, null, null, null, frame(end), null, null));
    }

    static TimeFrame frame(LocalDate end) {
        return new TimeFrame(null, end, DatePrecision.day, new Bilingual(null, "by then"), TimeFrameBasis.assigned);
    }

    Telling reported(LocalDate on, String id, Status status) {
        return reported(on, id, status, null, null, null);
    }

    Telling corrected(LocalDate on, String id, Status status, String corrects) {
        return reported(on, id, status, null, null, corrects);
    }

    Telling percent(LocalDate on, String id, Status status, int percent) {
        return reported(on, id, status, percent, null, null);
    }

    Telling partyReported(LocalDate on, String id, String party, Status status) {
        return reported(on, id, status, 77, party, null);
    }

    Telling evidenced(LocalDate on, String id, Status status) {
        return tell(new Fact.Reported(
                next(),
                on,
                new Report(
                        id,
                        status,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(TextNode.valueOf("a page")),
                        null,
                        "secretariat/k1")));
    }

    private Telling reported(LocalDate on, String id, Status status, Integer percent, String party, String corrects) {
        return tell(new Fact.Reported(
                next(),
                on,
                new Report(id, status, percent, party, corrects, null, null, null, null, null, "secretariat/k1")));
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<Slice> timeline() {
        return Timeline.of(facts);
    }

    State on(LocalDate day) {
        return Timeline.on(timeline(), day).orElseThrow();
    }

    Details details(LocalDate day) {
        return on(day).details();
    }

    Progress progress(LocalDate day) {
        return on(day).progress();
    }

    /** The rectangles that are open once all this was told, one fact after the other. */
    List<Rectangle> open() {
        List<Rectangle> open = List.of();
        for (int known = 1; known <= facts.size(); known++) open = Rectangle.next(open, facts.subList(0, known));
        return open;
    }

    static Promise promise(String title, String area) {
        Bilingual words = new Bilingual("推动人工智能准则的交流", "Exchange on AI principles");
        return new Promise(
                "ACJS-2024.III.2",
                "ACJS-2024",
                1,
                "III.2",
                new Bilingual(null, title),
                words,
                null,
                area,
                List.of(),
                Kind.pledge,
                Obligation.promote,
                List.of("CN", "LA"),
                new Owner.Stated(OwnerHow.not_stated, null, null),
                List.of(),
                null,
                List.of(),
                null,
                null,
                Status.declared,
                new StatusBasis(new Quote(Language.zh, "推动", 0, 2), Confidence.high, ADOPTED, DatePrecision.day, null));
    }
}
