package org.servanda.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Span;

/** Resolver of the quotations of one seed file: finds their places in the texts of the instrument; a quotation that is not there is a fault. */
record QuotationResolver(SeedFile file, QuotationIndex index) {

    /** Finds the places of a text, in each language that it has. */
    List<CitedPassage> cite(Bilingual text, String eid, String place) {
        List<CitedPassage> cited = new ArrayList<>();
        for (Language lang : Language.values()) {
            String words = text.in(lang);
            if (words == null) continue;
            find(lang, words, place + "/" + lang).ifPresent(span -> {
                index.cover(lang, span);
                cited.add(CitedPassage.of(lang, eid, words, span));
            });
        }
        return cited;
    }

    private Optional<Span> find(Language lang, String words, String place) {
        if (!index.has(lang)) {
            file.fault(place, "there is no text in this language to find it in");
            return Optional.empty();
        }
        Optional<Span> span = index.find(lang, words);
        if (span.isEmpty())
            file.fault(
                    place,
                    "stands " + index.occurrences(lang, words) + " times in text." + lang
                            + ".txt, must stand there exactly once: " + words);
        return span;
    }

    /** A quotation with its place: found in the text where the text is shipped, else the place of the seed file. */
    Quote quote(Quote quote, String place) {
        if (quote == null) return null;
        if (index.has(quote.lang()))
            return find(quote.lang(), quote.text(), place).map(quote::at).orElse(quote);
        fits(quote.text(), quote.start(), quote.end(), place);
        return quote;
    }

    /** Whether offsets have the length of the words; more cannot be checked, since the text is not shipped. */
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
