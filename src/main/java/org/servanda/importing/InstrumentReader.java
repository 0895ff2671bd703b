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

import org.servanda.commitments.CommitmentText;
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
import org.servanda.text.Language;

/** Reader of the folder of one instrument, which checks it against the texts of the instrument and the codes of the lists. */
class InstrumentReader {

    /** Longest reporting interval, in days: ten years. */
    private static final int MOST_DAYS = 3_650;

    /** Codes that a seed may refer to. */
    record SeedCodes(Set<String> areas, Set<String> parties, Set<String> profiles, Set<String> instruments) {}

    /** A passage that has no number in the order of the document yet. */
    record UnorderedPassage(CitedPassage cited, PassageKind kind, String commitment) {}

    private final String code;
    private final SeedFolder folder;
    private final SeedCodes codes;
    private final List<SeedFault> faults;
    private final String folderOfInstrument;

    InstrumentReader(String code, SeedFolder folder, SeedCodes codes, List<SeedFault> faults) {
        this.code = code;
        this.folder = folder;
        this.codes = codes;
        this.faults = faults;
        this.folderOfInstrument = "instruments/" + code + "/";
    }

    Optional<SeededInstrument> read() {
        SeedFile file = SeedReader.open(folder, folderOfInstrument + "instrument.yaml", faults);
        Optional<Entry<InstrumentView>> entry = file.object(InstrumentView.class, "passages");
        if (entry.isEmpty()) return Optional.empty();
        InstrumentView view = entry.get().value();
        Map<Language, String> texts = texts(view, file);
        QuotationIndex index = new QuotationIndex(texts);
        QuotationResolver resolver = new QuotationResolver(file, index);
        List<UnorderedPassage> unordered = new ArrayList<>(passages(resolver));
        SeedFile commitmentsFile = SeedReader.open(folder, folderOfInstrument + "commitments.yaml", faults);
        List<CommitmentText> commitmentTexts =
                new CommitmentReader(view, commitmentsFile, index, codes, unordered).read();
        if (commitmentTexts.size() != view.commitments())
            file.fault(
                    "/commitments",
                    "says " + view.commitments() + " commitments, commitments.yaml holds " + commitmentTexts.size()
                            + " that can be read");
        index.coverageFaults()
                .forEach(fault -> faults.add(
                        new SeedFault(folderOfInstrument + "text." + fault.lang() + ".txt", 1, fault.message())));
        return Optional.of(
                new SeededInstrument(withPlaces(view, resolver), texts, inOrder(unordered), commitmentTexts));
    }

    private Map<Language, String> texts(InstrumentView view, SeedFile file) {
        file.line(view.title(), "/title");
        if (!view.code().equals(code)) file.fault("/code", "must be " + code + ", the name of the folder");
        if (view.reportingIntervalDays() < 1 || view.reportingIntervalDays() > MOST_DAYS)
            file.fault("/reportingIntervalDays", "must be from 1 to " + MOST_DAYS);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (int i = 0; i < view.texts().size(); i++) {
            TextVersionView text = view.texts().get(i);
            String place = "/texts/" + i;
            if (!codes.profiles().contains(text.cleaningProfile()))
                file.fault(place + "/cleaningProfile", unknown(text.cleaningProfile(), codes.profiles()));
            if (!text.rawSha256().matches("[0-9a-f]{64}"))
                file.fault(place + "/rawSha256", "must be 64 lower-case hexadecimal digits");
            if (!view.languages().contains(text.lang()))
                file.fault("/languages", "lacks " + text.lang() + ", in which there is a text");
            if (!text.shipped()) continue;
            folder.read(folderOfInstrument + "text." + text.lang() + ".txt")
                    .ifPresentOrElse(
                            content -> texts.put(text.lang(), content),
                            () -> file.fault(place, "text." + text.lang() + ".txt is missing"));
        }
        return texts;
    }

    /** The instrument with the place of every quotation; a quotation that is not in the text is a fault. */
    private InstrumentView withPlaces(InstrumentView view, QuotationResolver resolver) {
        SeedFile file = resolver.file();
        for (int i = 0; i < view.parties().size(); i++) {
            InstrumentParty party = view.parties().get(i);
            if (!codes.parties().contains(party.party()))
                file.fault("/parties/" + i + "/party", unknown(party.party(), codes.parties()));
        }
        Binding binding = view.binding();
        Quote bound = resolver.quote(binding.quote(), "/binding/quote");
        List<Reference> lineage = new ArrayList<>();
        for (int i = 0; view.lineage() != null && i < view.lineage().size(); i++) {
            Reference reference = view.lineage().get(i);
            String place = "/lineage/" + i;
            if ((reference.register() == null) == (reference.external() == null))
                file.fault(place, "needs either register or external");
            if (reference.register() != null && !codes.instruments().contains(reference.register()))
                file.fault(place + "/register", unknown(reference.register(), codes.instruments()));
            lineage.add(new Reference(
                    reference.relation(),
                    reference.register(),
                    reference.external(),
                    resolver.quote(reference.quote(), place + "/quote"),
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

    private List<UnorderedPassage> passages(QuotationResolver resolver) {
        SeedFile file = resolver.file();
        List<UnorderedPassage> unordered = new ArrayList<>();
        Set<String> eids = new HashSet<>();
        for (Entry<SeedPassage> entry : file.list("/passages", SeedPassage.class)) {
            SeedPassage passage = entry.value();
            if (!eids.add(passage.eid())) file.fault(entry.pointer() + "/eid", passage.eid() + " is used twice");
            resolver.cite(passage.text(), passage.eid(), entry.pointer() + "/text")
                    .forEach(cited -> unordered.add(new UnorderedPassage(cited, passage.kind(), null)));
        }
        return unordered;
    }

    private List<Passage> inOrder(List<UnorderedPassage> unordered) {
        List<UnorderedPassage> sorted = unordered.stream()
                .sorted(Comparator.comparing(
                                (UnorderedPassage passage) -> passage.cited().lang())
                        .thenComparing(passage -> passage.cited().start()))
                .toList();
        List<Passage> passages = new ArrayList<>();
        for (UnorderedPassage passage : sorted)
            passages.add(new Passage(code, passages.size() + 1, passage.kind(), passage.cited(), passage.commitment()));
        return passages;
    }

    static String unknown(String code, Set<String> codes) {
        return code + " is not known" + SeedErrorMessages.nearest(code, List.copyOf(new LinkedHashSet<>(codes)));
    }
}
