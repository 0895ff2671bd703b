package org.servanda.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Span;

/** Anchors the quotations of one seed file in the texts of its instrument; each that is not there is a fault. */
record QuotationResolver(SeedFile file, QuotationIndex anchors) {

    /** Anchors a text in each language in which it is given. */
    List<CitedPassage> cite(Bilingual text, String eid, String place) {
        List<CitedPassage> cited = new ArrayList<>();
        for (Language lang : Language.values()) {
            String words = text.in(lang);
            if (words == null) continue;
            find(lang, words, place + "/" + lang).ifPresent(span -> {
                anchors.cover(lang, span);
                cited.add(CitedPassage.of(lang, eid, words, span));
            });
        }
        return cited;
    }

    private Optional<Span> find(Language lang, String words, String place) {
        if (!anchors.has(lang)) {
            file.fault(place, "there is no text in this language to find it in");
            return Optional.empty();
        }
        Optional<Span> span = anchors.find(lang, words);
        if (span.isEmpty())
            file.fault(
                    place,
                    "stands " + anchors.occurrences(lang, words) + " times in text." + lang
                            + ".txt, must stand there exactly once: " + words);
        return span;
    }

    /** A quotation with its place: found where the text is shipped, as given where it is not. */
    Quote quote(Quote quote, String place) {
        if (quote == null) return null;
        if (anchors.has(quote.lang()))
            return find(quote.lang(), quote.text(), place).map(quote::at).orElse(quote);
        fits(quote.text(), quote.start(), quote.end(), place);
        return quote;
    }

    /** The file behind these offsets is not here; what can be checked is that they fit the words. */
    boolean fits(String text, Integer start, Integer end, String place) {
        int length = text.codePointCount(0, text.length());
        boolean fits = start != null && end != null && start >= 0 && end - start == length;
        if (!fits) file.fault(place, "needs start and end, " + length + " code points apart as its words are long");
        if (length > SeedCommitment.LONGEST_QUOTE)
            file.fault(
                    place,
                    "a quote from a text that is not ours has at most " + SeedCommitment.LONGEST_QUOTE + " characters");
        return fits;
    }
}
