package org.servanda.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.servanda.commitments.CommitmentText;
import org.servanda.importing.InstrumentReader.SeedCodes;
import org.servanda.importing.InstrumentReader.UnorderedPassage;
import org.servanda.importing.SeedFile.Entry;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.PassageKind;
import org.servanda.instruments.Quote;
import org.servanda.instruments.TextVersionView;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Span;

/** Reader of the commitments of one instrument: checks each against the texts of the instrument and the codes of the lists. */
class CommitmentReader {

    private final InstrumentView view;
    private final SeedFile file;
    private final QuotationResolver resolver;
    private final SeedCodes codes;
    private final List<UnorderedPassage> passages;

    /** @param passages gets the passages that the commitments quote */
    CommitmentReader(
            InstrumentView view,
            SeedFile file,
            QuotationIndex index,
            SeedCodes codes,
            List<UnorderedPassage> passages) {
        this.view = view;
        this.file = file;
        this.resolver = new QuotationResolver(file, index);
        this.codes = codes;
        this.passages = passages;
    }

    List<CommitmentText> read() {
        List<CommitmentText> commitmentTexts = new ArrayList<>();
        Set<String> seenCodes = new HashSet<>();
        for (Entry<SeedCommitment> entry : file.list(SeedCommitment.class)) {
            SeedCommitment seed = entry.value();
            String place = entry.pointer();
            if (!seenCodes.add(seed.code())) file.fault(place + "/code", seed.code() + " is used twice");
            if (!seed.code().matches(Pattern.quote(view.code()) + "\\.[A-Za-z0-9.]+"))
                file.fault(place + "/code", "must be " + view.code() + ". followed by letters, digits and dots");
            checkWords(seed, place);
            List<CitedPassage> cited = seed.wording() == null
                    ? citeLocators(seed, place)
                    : resolver.cite(seed.wording(), seed.eid(), place + "/wording");
            PassageKind kind = seed.eid().equals("closing") ? PassageKind.closing : PassageKind.operative;
            cited.forEach(passage -> passages.add(new UnorderedPassage(passage, kind, seed.code())));
            Quote basis = resolver.quote(seed.status().quote(), place + "/status/quote");
            commitmentTexts.add(seed.commitmentText(view, commitmentTexts.size() + 1, cited, basis));
        }
        return commitmentTexts;
    }

    private void checkWords(SeedCommitment seed, String place) {
        if (!seed.title().complete()) file.fault(place + "/title", "needs zh and en");
        file.line(seed.title(), place + "/title");
        if (seed.summary() != null && !seed.summary().complete()) file.fault(place + "/summary", "needs zh and en");
        checkCodes(List.of(seed.area()), codes.areas(), place + "/area");
        checkCodes(seed.otherAreas(), codes.areas(), place + "/otherAreas");
        if (seed.otherAreas().contains(seed.area()))
            file.fault(place + "/otherAreas", seed.area() + " is the primary area already");
        if (!seed.parties().equals(List.of(SeedCommitment.ALL)))
            checkCodes(seed.parties(), codes.parties(), place + "/parties");
        checkCodes(seed.supporting(), codes.parties(), place + "/supporting");
        if (seed.owner().parties() != null)
            checkCodes(seed.owner().parties(), codes.parties(), place + "/owner/parties");
        if (seed.wording() == null) return;
        if (seed.owner().text() != null) checkInWording(seed.owner().text(), seed, place + "/owner/text");
        if (seed.timeFrame() != null) checkInWording(seed.timeFrame().text(), seed, place + "/timeFrame/text");
        for (int i = 0; seed.parts() != null && i < seed.parts().size(); i++)
            checkInWording(seed.parts().get(i), seed, place + "/parts/" + i);
    }

    private void checkCodes(List<String> codes, Set<String> allowed, String place) {
        for (String code : codes) {
            if (!allowed.contains(code)) file.fault(place, InstrumentReader.unknown(code, allowed));
        }
        if (new HashSet<>(codes).size() < codes.size()) file.fault(place, "names one twice");
    }

    private void checkInWording(Bilingual words, SeedCommitment seed, String place) {
        for (Language lang : Language.values()) {
            if (words.in(lang) == null) continue;
            String wording = seed.wording().in(lang);
            if (wording == null || !wording.contains(words.in(lang)))
                file.fault(place + "/" + lang, "these words do not stand in the wording: " + words.in(lang));
        }
    }

    private List<CitedPassage> citeLocators(SeedCommitment seed, String place) {
        boolean shipped = view.texts().stream().anyMatch(TextVersionView::shipped);
        if (shipped
                || seed.summary() == null
                || seed.quotes() == null
                || seed.quotes().isEmpty()) {
            file.fault(place, "needs a wording; or, where the text is not shipped, a summary and quotes");
            return List.of();
        }
        List<CitedPassage> cited = new ArrayList<>();
        for (int i = 0; i < seed.quotes().size(); i++) {
            SeedCommitment.Locator quote = seed.quotes().get(i);
            if (resolver.fits(quote.text(), quote.start(), quote.end(), place + "/quotes/" + i))
                cited.add(
                        CitedPassage.of(quote.lang(), seed.eid(), quote.text(), new Span(quote.start(), quote.end())));
        }
        return cited;
    }
}
