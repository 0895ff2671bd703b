package org.servanda.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.servanda.areas.AreaView;
import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Confidence;
import org.servanda.commitments.CountBy;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.links.LinkType;
import org.servanda.importing.InstrumentReader.SeedCodes;
import org.servanda.importing.SeedFault.BrokenSeeds;
import org.servanda.importing.SeedFile.Entry;
import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.Authenticity;
import org.servanda.instruments.BindingNature;
import org.servanda.instruments.Completeness;
import org.servanda.instruments.DateBasis;
import org.servanda.instruments.DivergenceKind;
import org.servanda.instruments.InstrumentKind;
import org.servanda.instruments.LineageRelation;
import org.servanda.instruments.PartyRole;
import org.servanda.instruments.PassageKind;
import org.servanda.parties.PartyKind;
import org.servanda.parties.PartyView;
import org.servanda.time.DatePrecision;
import org.servanda.vocabularies.VocabularyView;
import org.servanda.web.EnumParameters;

/** Reader of all seed files, which checks them as a whole: either everything is right, or every fault is listed at once. */
class SeedReader {

    /** Vocabularies whose words are also an enum of the program; a word that only the file or only the enum has is a fault. */
    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.ofEntries(
            Map.entry("status", Status.class),
            Map.entry("schedule", Schedule.class),
            Map.entry("freshness", Freshness.class),
            Map.entry("assurance", Assurance.class),
            Map.entry("assessment", AssessmentResult.class),
            Map.entry("rollUp", RollUp.class),
            Map.entry("finding", AssessmentFinding.class),
            Map.entry("partyStatus", PartyStatus.class),
            Map.entry("countBy", CountBy.class),
            Map.entry("kind", CommitmentKind.class),
            Map.entry("obligation", Obligation.class),
            Map.entry("ownerHow", OwnerHow.class),
            Map.entry("linkType", LinkType.class),
            Map.entry("confidence", Confidence.class),
            Map.entry("datePrecision", DatePrecision.class),
            Map.entry("instrumentKind", InstrumentKind.class),
            Map.entry("partyRole", PartyRole.class),
            Map.entry("partyKind", PartyKind.class),
            Map.entry("bindingNature", BindingNature.class),
            Map.entry("completeness", Completeness.class),
            Map.entry("authenticity", Authenticity.class),
            Map.entry("passageKind", PassageKind.class),
            Map.entry("divergenceKind", DivergenceKind.class),
            Map.entry("lineageRelation", LineageRelation.class),
            Map.entry("dateBasis", DateBasis.class));

    /** Vocabularies whose enum belongs to a package that importing does not use; a test compares them with the contract. */
    private static final Set<String> WORDS_OF_OTHER_PACKAGES =
            Set.of("updateState", "sourceClass", "milestoneState", "cycleState", "findingKind");

    private final SeedFolder folder;
    private final List<SeedFault> faults = new ArrayList<>();

    SeedReader(SeedFolder folder) {
        this.folder = folder;
    }

    /** @throws BrokenSeeds with every fault, where there is any */
    Seeds read() {
        List<AreaView> areas = coded("areas.yaml", AreaView.class, AreaView::code);
        List<PartyView> parties = parties();
        List<VocabularyView> vocabularies = new ArrayList<>(vocabularies());
        List<CleaningProfile> profiles = coded("cleaning-profiles.yaml", CleaningProfile.class, CleaningProfile::code);
        vocabularies.add(CleaningProfile.vocabulary(profiles));
        List<String> codes = open("instruments.yaml").words();
        SeedCodes listCodes = new SeedCodes(
                codes(areas, AreaView::code),
                codes(parties, PartyView::code),
                codes(profiles, CleaningProfile::code),
                new LinkedHashSet<>(codes));
        List<SeededInstrument> instruments = codes.stream()
                .map(code -> new InstrumentReader(code, folder, listCodes, faults).read())
                .flatMap(Optional::stream)
                .toList();
        List<SeedLink> links = links(instruments);
        if (!faults.isEmpty()) throw new BrokenSeeds(faults);
        return new Seeds(areas, parties, vocabularies, instruments, links);
    }

    static SeedFile open(SeedFolder folder, String path, List<SeedFault> faults) {
        return folder.read(path)
                .map(text -> new SeedFile(path, text, faults))
                .orElseGet(() -> new SeedFile(path, faults));
    }

    private SeedFile open(String path) {
        return open(folder, path, faults);
    }

    private static <T> Set<String> codes(List<T> entries, Function<T, String> code) {
        return entries.stream().map(code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private <T extends Record> List<T> coded(String path, Class<T> type, Function<T, String> code) {
        return values(coded(open(path), type, code));
    }

    private static <T extends Record> List<Entry<T>> coded(SeedFile file, Class<T> type, Function<T, String> code) {
        List<Entry<T>> entries = file.list(type);
        Set<String> seen = new HashSet<>();
        for (Entry<T> entry : entries) {
            String value = code.apply(entry.value());
            if (!seen.add(value)) file.fault(entry.pointer() + "/code", value + " is used twice");
        }
        return entries;
    }

    private static <T> List<T> values(List<Entry<T>> entries) {
        return entries.stream().map(Entry::value).toList();
    }

    private List<PartyView> parties() {
        SeedFile file = open("parties.yaml");
        List<Entry<PartyView>> entries = coded(file, PartyView.class, PartyView::code);
        List<PartyView> parties = values(entries);
        Set<String> codes = codes(parties, PartyView::code);
        for (Entry<PartyView> entry : entries) {
            PartyView party = entry.value();
            String place = entry.pointer();
            file.line(party.name(), place + "/name");
            if (!party.code().matches("[A-Z][A-Z_]{1,15}"))
                file.fault(place + "/code", "must be 2 to 16 capital letters");
            if (party.partOf() != null && !codes.contains(party.partOf()))
                file.fault(place + "/partOf", InstrumentReader.unknown(party.partOf(), codes));
            for (PartyView.Membership membership :
                    Objects.requireNonNullElse(party.memberOf(), List.<PartyView.Membership>of())) {
                if (!codes.contains(membership.party()))
                    file.fault(place + "/memberOf", InstrumentReader.unknown(membership.party(), codes));
            }
        }
        return parties;
    }

    private List<VocabularyView> vocabularies() {
        SeedFile file = open("vocabularies.yaml");
        List<Entry<VocabularyView>> entries = coded(file, VocabularyView.class, VocabularyView::code);
        Set<String> listCodes = new TreeSet<>(WORDS.keySet());
        listCodes.addAll(WORDS_OF_OTHER_PACKAGES);
        Set<String> lists = new TreeSet<>(listCodes);
        for (Entry<VocabularyView> entry : entries) {
            VocabularyView vocabulary = entry.value();
            if (!lists.remove(vocabulary.code())) {
                file.fault(entry.pointer() + "/code", InstrumentReader.unknown(vocabulary.code(), listCodes));
                continue;
            }
            if (WORDS_OF_OTHER_PACKAGES.contains(vocabulary.code())) continue;
            List<String> seedWords =
                    vocabulary.values().stream().map(VocabularyView.Word::code).toList();
            List<String> program = EnumParameters.words(WORDS.get(vocabulary.code()));
            if (!seedWords.equals(program))
                file.fault(entry.pointer() + "/values", "must be, in this order: " + String.join(", ", program));
        }
        lists.forEach(missing -> file.fault("", "the list " + missing + " is missing"));
        return values(entries);
    }

    private List<SeedLink> links(List<SeededInstrument> instruments) {
        SeedFile file = open("links.yaml");
        Map<String, String> homes = instruments.stream()
                .flatMap(instrument -> instrument.commitments().stream())
                .collect(Collectors.toMap(CommitmentText::code, CommitmentText::instrument, (one, other) -> one));
        Set<String> seen = new HashSet<>();
        List<SeedLink> links = new ArrayList<>();
        for (Entry<SeedLink> entry : file.list(SeedLink.class)) {
            SeedLink link = entry.value();
            for (String end : List.of("from", "to")) {
                String code = end.equals("from") ? link.from() : link.to();
                if (!homes.containsKey(code)) file.fault(entry.pointer() + "/" + end, "there is no commitment " + code);
            }
            if (homes.containsKey(link.from()) && Objects.equals(homes.get(link.from()), homes.get(link.to())))
                file.fault(entry.pointer(), "links commitments of one and the same instrument");
            if (!seen.add(link.from() + link.type() + link.to())) file.fault(entry.pointer(), "stands here twice");
            links.add(link);
        }
        return links;
    }
}
