package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.Areas;
import org.servanda.commitments.Commitment.Entered;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.instruments.Quote;
import org.servanda.instruments.TextVersion;
import org.servanda.instruments.TextVersions;
import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.Registers;
import org.servanda.parties.Parties;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Span;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/** Enters a commitment that was found in the text of an instrument: anchored to its exact words, or not at all. */
@ApplicationScoped
class Registrar {

    /** Longest quote from a text that is not ours to ship, in code points. */
    private static final int LONGEST_QUOTE = 40;

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SUMMARY = 4_000;

    private final Ledger ledger;
    private final Registers registers;
    private final Commitments commitments;
    private final CommitmentPages pages;
    private final Chronicle chronicle;
    private final Instruments instruments;
    private final TextVersions texts;
    private final Areas areas;
    private final Parties parties;

    Registrar(
            Ledger ledger,
            Registers registers,
            Commitments commitments,
            CommitmentPages pages,
            Chronicle chronicle,
            Instruments instruments,
            TextVersions texts,
            Areas areas,
            Parties parties) {
        this.ledger = ledger;
        this.registers = registers;
        this.commitments = commitments;
        this.pages = pages;
        this.chronicle = chronicle;
        this.instruments = instruments;
        this.texts = texts;
        this.areas = areas;
        this.parties = parties;
    }

    CommitmentView enter(NewCommitment wanted, String actor) {
        ledger.lock();
        Coordinates now = registers.now();
        Checks checks = new Checks();
        InstrumentView instrument = instrument(wanted, now, checks);
        check(wanted, checks);
        List<CitedPassage> passages = passages(wanted, instrument, checks);
        checks.refuse();
        if (commitments.findByCode(wanted.code()).isPresent())
            throw new Refusal(
                    Reason.ALREADY_EXISTS, "There is a commitment " + wanted.code() + "; a code is never used again.");
        Promise promise = promise(wanted, instrument, passages);
        LocalDate adopted = instrument.adopted().date();
        ledger.append(new NewEntry(
                actor, CommitmentKinds.subject(promise.code()), CommitmentKinds.RECORDED, adopted, null, promise));
        Commitment entered = new Commitment(promise, Entered.api);
        commitments.persist(entered);
        chronicle.follow(List.of(entered));
        return pages.one(promise.code(), registers.now());
    }

    private InstrumentView instrument(NewCommitment wanted, Coordinates now, Checks checks) {
        if (!checks.given(wanted.instrument(), "/instrument")) throw checks.refusal();
        checks.code(wanted.instrument(), instruments.codes(), "instrument", "/instrument");
        checks.refuse();
        return instruments.view(wanted.instrument(), now);
    }

    private void check(NewCommitment wanted, Checks checks) {
        if (checks.given(wanted.code(), "/code")) {
            boolean fits = wanted.code().startsWith(wanted.instrument() + ".")
                    && wanted.code().substring(wanted.instrument().length()).matches("(\\.[A-Za-z0-9-]+)+");
            if (!fits || wanted.code().length() > 60)
                checks.fault(
                        "/code", "must be " + wanted.instrument() + ". followed by letters, digits, dots and hyphens");
        }
        if (checks.given(wanted.item(), "/item") && !wanted.item().matches("\\S.{0,39}"))
            checks.fault("/item", "must have 1 to 40 characters");
        checks.complete(wanted.title(), "/title");
        checks.length(wanted.title(), LONGEST_TITLE, "/title");
        checks.length(wanted.summary(), LONGEST_SUMMARY, "/summary");
        checks.areas(wanted.area(), wanted.otherAreas(), areas.codes());
        checks.given(wanted.kind(), "/kind");
        checks.given(wanted.obligation(), "/obligation");
        List<String> known = parties.codes();
        if (checks.given(wanted.parties(), "/parties")) {
            checks.codes(wanted.parties(), known, "party", "/parties");
            if (wanted.parties().isEmpty()) checks.fault("/parties", "must name at least one");
        }
        checks.codes(wanted.supporting(), known, "party", "/supporting");
        if (checks.given(wanted.owner(), "/owner")) {
            checks.given(wanted.owner().how(), "/owner/how");
            checks.codes(wanted.owner().parties(), known, "party", "/owner/parties");
        }
        checks.frame(wanted.timeFrame(), "/timeFrame");
        stated(wanted, checks);
    }

    /** The words of a time are those of the text, in the language in which they are given. */
    private static void stated(NewCommitment wanted, Checks checks) {
        if (wanted.wording() == null
                || wanted.timeFrame() == null
                || wanted.timeFrame().text() == null) return;
        for (Language lang : Language.values()) {
            String words = wanted.timeFrame().text().in(lang);
            String wording = wanted.wording().in(lang);
            if (words != null && (wording == null || !wording.contains(words)))
                checks.fault("/timeFrame/text/" + lang, "does not stand in the wording");
        }
    }

    /** Each wording with its place in the text, or each quote with the place that was given for it. */
    private List<CitedPassage> passages(NewCommitment wanted, InstrumentView instrument, Checks checks) {
        boolean shipped = instrument.texts().stream()
                .anyMatch(text -> texts.find(instrument.code(), text.lang()).isPresent());
        String eid = "item_" + wanted.item();
        if (shipped) {
            if (wanted.summary() != null || wanted.quotes() != null)
                checks.fault("/summary", "the text is in the register: give the wording, not a summary and quotes");
            if (!checks.given(wanted.wording(), "/wording")) return List.of();
            return Stream.of(Language.values())
                    .flatMap(lang -> cite(instrument.code(), lang, wanted.wording(), eid, checks).stream())
                    .toList();
        }
        if (wanted.wording() != null)
            checks.fault("/wording", "the text is not in the register: give a summary and quotes");
        checks.complete(wanted.summary(), "/summary");
        if (!checks.given(wanted.quotes(), "/quotes")) return List.of();
        if (wanted.quotes().isEmpty()) checks.fault("/quotes", "must hold at least one");
        List<CitedPassage> cited = new ArrayList<>();
        for (int i = 0; i < wanted.quotes().size(); i++)
            located(wanted.quotes().get(i), eid, "/quotes/" + i, checks).ifPresent(cited::add);
        return cited;
    }

    private Optional<CitedPassage> cite(
            String instrument, Language lang, Bilingual wording, String eid, Checks checks) {
        String words = wording.in(lang);
        if (words == null) return Optional.empty();
        String pointer = "/wording/" + lang;
        Optional<String> text = texts.find(instrument, lang).map(TextVersion::content);
        if (text.isEmpty()) checks.fault(pointer, "there is no text in this language");
        List<Span> found = text.map(content -> Span.of(words, content)).orElse(List.of());
        if (text.isPresent() && found.size() != 1)
            checks.fault(pointer, "stands " + found.size() + " times in the text; it must stand there exactly once");
        return found.size() == 1 ? Optional.of(CitedPassage.of(lang, eid, words, found.get(0))) : Optional.empty();
    }

    private static Optional<CitedPassage> located(Quote quote, String eid, String pointer, Checks checks) {
        if (!checks.given(quote, pointer)) return Optional.empty();
        boolean whole = checks.given(quote.lang(), pointer + "/lang")
                & checks.given(quote.text(), pointer + "/text")
                & checks.given(quote.start(), pointer + "/start")
                & checks.given(quote.end(), pointer + "/end");
        if (!whole) return Optional.empty();
        int length = quote.text().codePointCount(0, quote.text().length());
        if (length == 0 || length > LONGEST_QUOTE)
            checks.fault(pointer + "/text", "must have 1 to " + LONGEST_QUOTE + " characters");
        boolean fits = quote.start() >= 0 && (long) quote.end() - quote.start() == length && length > 0;
        if (!fits)
            checks.fault(pointer, "start and end must be " + length + " code points apart, as the words are long");
        return fits
                ? Optional.of(CitedPassage.of(quote.lang(), eid, quote.text(), new Span(quote.start(), quote.end())))
                : Optional.empty();
    }

    private Promise promise(NewCommitment wanted, InstrumentView instrument, List<CitedPassage> passages) {
        CitedPassage first = passages.get(0);
        return new Promise(
                wanted.code(),
                wanted.instrument(),
                commitments.nextPlace(wanted.instrument()),
                wanted.item(),
                wanted.title(),
                wanted.wording(),
                wanted.summary(),
                wanted.area(),
                Objects.requireNonNullElse(wanted.otherAreas(), List.of()),
                wanted.kind(),
                wanted.obligation(),
                wanted.parties(),
                wanted.owner(),
                Objects.requireNonNullElse(wanted.supporting(), List.of()),
                wanted.timeFrame() == null ? null : wanted.timeFrame().on(null),
                passages,
                null,
                null,
                Status.declared,
                new StatusBasis(
                        new Quote(first.lang(), first.exact(), first.start(), first.end()),
                        Confidence.high,
                        instrument.adopted().date(),
                        instrument.adopted().precision(),
                        null));
    }
}
