package org.servanda.commitments.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Quote;
import org.servanda.instruments.TextVersion;
import org.servanda.instruments.TextVersions;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Span;
import org.servanda.web.BodyValidation;

/** Finds the words of a new commitment in the text of its instrument. */
@ApplicationScoped
class QuotationFinder {

    /** Longest quote from a text that is not ours to ship, in code points. */
    private static final int LONGEST_QUOTE = 40;

    private final TextVersions texts;

    QuotationFinder(TextVersions texts) {
        this.texts = texts;
    }

    /** Each wording with its place in the text, or each quote with the place that the request states. */
    List<CitedPassage> find(NewCommitment request, InstrumentView instrument, BodyValidation bodyValidation) {
        boolean shipped = instrument.texts().stream()
                .anyMatch(text -> texts.find(instrument.code(), text.lang()).isPresent());
        String eid = "item_" + request.item();
        if (shipped) {
            if (request.summary() != null || request.quotes() != null)
                bodyValidation.fault(
                        "/summary", "the text is in the register: give the wording, not a summary and quotes");
            if (!bodyValidation.required(request.wording(), "/wording")) return List.of();
            return Stream.of(Language.values())
                    .flatMap(lang -> cite(instrument.code(), lang, request.wording(), eid, bodyValidation).stream())
                    .toList();
        }
        if (request.wording() != null)
            bodyValidation.fault("/wording", "the text is not in the register: give a summary and quotes");
        bodyValidation.bothLanguages(request.summary(), "/summary");
        if (!bodyValidation.required(request.quotes(), "/quotes")) return List.of();
        if (request.quotes().isEmpty()) bodyValidation.fault("/quotes", "must hold at least one");
        List<CitedPassage> cited = new ArrayList<>();
        for (int i = 0; i < request.quotes().size(); i++)
            located(request.quotes().get(i), eid, "/quotes/" + i, bodyValidation)
                    .ifPresent(cited::add);
        return cited;
    }

    private Optional<CitedPassage> cite(
            String instrument, Language lang, Bilingual wording, String eid, BodyValidation bodyValidation) {
        String words = wording.in(lang);
        if (words == null) return Optional.empty();
        String pointer = "/wording/" + lang;
        Optional<String> text = texts.find(instrument, lang).map(TextVersion::content);
        if (text.isEmpty()) bodyValidation.fault(pointer, "there is no text in this language");
        List<Span> found = text.map(content -> Span.of(words, content)).orElse(List.of());
        if (text.isPresent() && found.size() != 1)
            bodyValidation.fault(
                    pointer, "stands " + found.size() + " times in the text; it must stand there exactly once");
        return found.size() == 1 ? Optional.of(CitedPassage.of(lang, eid, words, found.get(0))) : Optional.empty();
    }

    private static Optional<CitedPassage> located(
            Quote quote, String eid, String pointer, BodyValidation bodyValidation) {
        if (!bodyValidation.required(quote, pointer)) return Optional.empty();
        boolean whole = bodyValidation.required(quote.lang(), pointer + "/lang")
                & bodyValidation.required(quote.text(), pointer + "/text")
                & bodyValidation.required(quote.start(), pointer + "/start")
                & bodyValidation.required(quote.end(), pointer + "/end");
        if (!whole) return Optional.empty();
        int length = quote.text().codePointCount(0, quote.text().length());
        if (length == 0 || length > LONGEST_QUOTE)
            bodyValidation.fault(pointer + "/text", "must have 1 to " + LONGEST_QUOTE + " characters");
        boolean fits = quote.start() >= 0 && (long) quote.end() - quote.start() == length && length > 0;
        if (!fits)
            bodyValidation.fault(
                    pointer, "start and end must be " + length + " code points apart, as the words are long");
        return fits
                ? Optional.of(CitedPassage.of(quote.lang(), eid, quote.text(), new Span(quote.start(), quote.end())))
                : Optional.empty();
    }
}
