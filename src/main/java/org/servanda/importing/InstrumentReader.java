package org.servanda.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.servanda.commitments.Promise;
import org.servanda.importing.SeedFile.Entry;
import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.InstrumentView.Binding;
import org.servanda.instruments.InstrumentView.InstrumentParty;
import org.servanda.instruments.InstrumentView.Reference;
import org.servanda.instruments.Passage;
import org.servanda.instruments.PassageKind;
import org.servanda.instruments.Quote;
import org.servanda.instruments.TextVersionView;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Span;

/** Reads the folder of one instrument and checks it against its own texts and the word lists. */
class InstrumentReader {

    /** What codes there are to refer to. */
    record Known(Set<String> areas, Set<String> parties, Set<String> profiles, Set<String> instruments) {}

    /** A passage before it has its place in the document. */
    private record Placed(CitedPassage cited, PassageKind kind, String commitment) {}

    private final String code;
    private final SeedFolder folder;
    private final Known known;
    private final List<SeedFault> faults;
    private final String home;

    InstrumentReader(String code, SeedFolder folder, Known known, List<SeedFault> faults) {
        this.code = code;
        this.folder = folder;
        this.known = known;
        this.faults = faults;
        this.home = "instruments/" + code + "/";
    }

    Optional<SeededInstrument> read() {
        SeedFile file = SeedReader.open(folder, home + "instrument.yaml", faults);
        Optional<Entry<InstrumentView>> entry = file.object(InstrumentView.class, "passages");
        if (entry.isEmpty()) return Optional.empty();
        InstrumentView view = entry.get().value();
        Map<Language, String> texts = texts(view, file);
        Anchors anchors = new Anchors(texts);
        List<Placed> placed = new ArrayList<>(passages(file, anchors));
        List<Promise> promises = promises(view, anchors, placed);
        if (promises.size() != view.commitments())
            file.fault(
                    "/commitments",
                    "says " + view.commitments() + " commitments, commitments.yaml holds " + promises.size()
                            + " that can be read");
        anchors.flaws()
                .forEach(flaw -> faults.add(new SeedFault(home + "text." + flaw.lang() + ".txt", 1, flaw.message())));
        return Optional.of(new SeededInstrument(anchored(view, file, anchors), texts, inOrder(placed), promises));
    }

    private Map<Language, String> texts(InstrumentView view, SeedFile file) {
        if (!view.code().equals(code)) file.fault("/code", "must be " + code + ", the name of the folder");
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (int i = 0; i < view.texts().size(); i++) {
            TextVersionView text = view.texts().get(i);
            String place = "/texts/" + i;
            if (!known.profiles().contains(text.cleaningProfile()))
                file.fault(place + "/cleaningProfile", unknown(text.cleaningProfile(), known.profiles()));
            if (!text.rawSha256().matches("[0-9a-f]{64}"))
                file.fault(place + "/rawSha256", "must be 64 lower-case hexadecimal digits");
            if (!view.languages().contains(text.lang()))
                file.fault("/languages", "lacks " + text.lang() + ", in which there is a text");
            if (!text.shipped()) continue;
            folder.read(home + "text." + text.lang() + ".txt")
                    .ifPresentOrElse(
                            content -> texts.put(text.lang(), content),
                            () -> file.fault(place, "text." + text.lang() + ".txt is missing"));
        }
        return texts;
    }

    /** The same instrument with every quotation anchored, or a fault for each that is not there. */
    private InstrumentView anchored(InstrumentView view, SeedFile file, Anchors anchors) {
        for (int i = 0; i < view.parties().size(); i++) {
            InstrumentParty party = view.parties().get(i);
            if (!known.parties().contains(party.party()))
                file.fault("/parties/" + i + "/party", unknown(party.party(), known.parties()));
        }
        Binding binding = view.binding();
        Quote bound = quote(binding.quote(), "/binding/quote", file, anchors);
        List<Reference> lineage = new ArrayList<>();
        for (int i = 0; view.lineage() != null && i < view.lineage().size(); i++) {
            Reference reference = view.lineage().get(i);
            String place = "/lineage/" + i;
            if ((reference.register() == null) == (reference.external() == null))
                file.fault(place, "needs either register or external");
            if (reference.register() != null && !known.instruments().contains(reference.register()))
                file.fault(place + "/register", unknown(reference.register(), known.instruments()));
            lineage.add(new Reference(
                    reference.relation(),
                    reference.register(),
                    reference.external(),
                    quote(reference.quote(), place + "/quote", file, anchors),
                    reference.note()));
        }
        return new InstrumentView(
                view.code(),
                view.title(),
                view.kind(),
                view.adopted(),
                view.place(),
                view.occasion(),
                view.mechanism(),
                view.reportingIntervalDays(),
                view.parties(),
                new Binding(binding.nature(), bound, binding.note()),
                view.texts(),
                view.languages(),
                lineage,
                view.divergences(),
                view.commitments());
    }

    private List<Placed> passages(SeedFile file, Anchors anchors) {
        List<Placed> placed = new ArrayList<>();
        Set<String> eids = new HashSet<>();
        for (Entry<SeedPassage> entry : file.list("/passages", SeedPassage.class)) {
            SeedPassage passage = entry.value();
            if (!eids.add(passage.eid())) file.fault(entry.pointer() + "/eid", passage.eid() + " is used twice");
            cite(passage.text(), passage.eid(), entry.pointer() + "/text", file, anchors)
                    .forEach(cited -> placed.add(new Placed(cited, passage.kind(), null)));
        }
        return placed;
    }

    private List<Promise> promises(InstrumentView view, Anchors anchors, List<Placed> placed) {
        SeedFile file = SeedReader.open(folder, home + "commitments.yaml", faults);
        List<Promise> promises = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Entry<SeedCommitment> entry : file.list(SeedCommitment.class)) {
            SeedCommitment seed = entry.value();
            String place = entry.pointer();
            if (!codes.add(seed.code())) file.fault(place + "/code", seed.code() + " is used twice");
            if (!seed.code().matches(java.util.regex.Pattern.quote(code) + "\\.[A-Za-z0-9.]+"))
                file.fault(place + "/code", "must be " + code + ". followed by letters, digits and dots");
            checkWords(seed, place, file);
            List<CitedPassage> cited = seed.wording() == null
                    ? located(seed, view, place, file)
                    : cite(seed.wording(), seed.eid(), place + "/wording", file, anchors);
            PassageKind kind = seed.eid().equals("closing") ? PassageKind.closing : PassageKind.operative;
            cited.forEach(passage -> placed.add(new Placed(passage, kind, seed.code())));
            Quote basis = quote(seed.status().quote(), place + "/status/quote", file, anchors);
            promises.add(seed.promise(view, promises.size() + 1, cited, basis));
        }
        return promises;
    }

    private void checkWords(SeedCommitment seed, String place, SeedFile file) {
        if (!seed.title().complete()) file.fault(place + "/title", "needs zh and en");
        if (seed.summary() != null && !seed.summary().complete()) file.fault(place + "/summary", "needs zh and en");
        checkCodes(List.of(seed.area()), known.areas(), place + "/area", file);
        checkCodes(seed.otherAreas(), known.areas(), place + "/otherAreas", file);
        if (seed.otherAreas().contains(seed.area()))
            file.fault(place + "/otherAreas", seed.area() + " is the primary area already");
        if (!seed.parties().equals(List.of(SeedCommitment.ALL)))
            checkCodes(seed.parties(), known.parties(), place + "/parties", file);
        checkCodes(seed.supporting(), known.parties(), place + "/supporting", file);
        if (seed.owner().parties() != null)
            checkCodes(seed.owner().parties(), known.parties(), place + "/owner/parties", file);
        if (seed.wording() == null) return;
        if (seed.owner().text() != null) within(seed.owner().text(), seed, place + "/owner/text", file);
        if (seed.timeFrame() != null) within(seed.timeFrame().text(), seed, place + "/timeFrame/text", file);
        for (int i = 0; seed.parts() != null && i < seed.parts().size(); i++)
            within(seed.parts().get(i), seed, place + "/parts/" + i, file);
    }

    private static void checkCodes(List<String> codes, Set<String> known, String place, SeedFile file) {
        for (String code : codes) {
            if (!known.contains(code)) file.fault(place, unknown(code, known));
        }
        if (new HashSet<>(codes).size() < codes.size()) file.fault(place, "names one twice");
    }

    private static void within(Bilingual words, SeedCommitment seed, String place, SeedFile file) {
        for (Language lang : Language.values()) {
            if (words.in(lang) == null) continue;
            String wording = seed.wording().in(lang);
            if (wording == null || !wording.contains(words.in(lang)))
                file.fault(place + "/" + lang, "these words do not stand in the wording: " + words.in(lang));
        }
    }

    /** Anchors a text in each language in which it is given. */
    private static List<CitedPassage> cite(Bilingual text, String eid, String place, SeedFile file, Anchors anchors) {
        List<CitedPassage> cited = new ArrayList<>();
        for (Language lang : Language.values()) {
            String words = text.in(lang);
            if (words == null) continue;
            find(lang, words, place + "/" + lang, file, anchors).ifPresent(span -> {
                anchors.cover(lang, span);
                cited.add(CitedPassage.of(lang, eid, words, span));
            });
        }
        return cited;
    }

    private static Optional<Span> find(Language lang, String words, String place, SeedFile file, Anchors anchors) {
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
    private static Quote quote(Quote quote, String place, SeedFile file, Anchors anchors) {
        if (quote == null) return null;
        if (anchors.has(quote.lang()))
            return find(quote.lang(), quote.text(), place, file, anchors)
                    .map(quote::at)
                    .orElse(quote);
        checkPlace(quote.text(), quote.start(), quote.end(), place, file);
        return quote;
    }

    private List<CitedPassage> located(SeedCommitment seed, InstrumentView view, String place, SeedFile file) {
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
            if (checkPlace(quote.text(), quote.start(), quote.end(), place + "/quotes/" + i, file))
                cited.add(
                        CitedPassage.of(quote.lang(), seed.eid(), quote.text(), new Span(quote.start(), quote.end())));
        }
        return cited;
    }

    /** The file behind these offsets is not here; what can be checked is that they fit the words. */
    private static boolean checkPlace(String text, Integer start, Integer end, String place, SeedFile file) {
        int length = text.codePointCount(0, text.length());
        boolean fits = start != null && end != null && start >= 0 && end - start == length;
        if (!fits) file.fault(place, "needs start and end, " + length + " code points apart as its words are long");
        if (length > SeedCommitment.LONGEST_QUOTE)
            file.fault(
                    place,
                    "a quote from a text that is not ours has at most " + SeedCommitment.LONGEST_QUOTE + " characters");
        return fits;
    }

    private List<Passage> inOrder(List<Placed> placed) {
        List<Placed> sorted = placed.stream()
                .sorted(Comparator.comparing((Placed passage) -> passage.cited().lang())
                        .thenComparing(passage -> passage.cited().start()))
                .toList();
        List<Passage> passages = new ArrayList<>();
        for (Placed passage : sorted)
            passages.add(new Passage(code, passages.size() + 1, passage.kind(), passage.cited(), passage.commitment()));
        return passages;
    }

    static String unknown(String given, Set<String> known) {
        return given + " is not known" + Explanation.nearest(given, List.copyOf(new LinkedHashSet<>(known)));
    }
}
