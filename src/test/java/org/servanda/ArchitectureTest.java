package org.servanda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.access.Caller;
import org.servanda.instruments.InstrumentView;
import org.servanda.ledger.Entry;
import org.servanda.ledger.EntryRef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The packages and their dependencies, as they are: a new arrow fails, and so does one that is gone. */
class ArchitectureTest {

    private static final String ROOT = "org.servanda.";

    /**
     * Which package uses which; a dot leads into a room.
     *
     * <pre>
     *                reports
     *            ┌──────┴────────┐
     *   crosswalk  cycles  importing  progress
     *        └───────┴┬────────┴─────────┘
     *            commitments ──▶ instruments
     *               ┌─┴───────┬──────────┤
     *  keys, tokens ▶ parties  areas  vocabularies  files  proofs
     *       │         └───────┼──────────┴───────────┴──────┘
     *       └──▶           ledger
     *                         │
     *                      access
     *                         │
     *                   web, start ──▶ text, time ◀── formats          verify
     *
     *  Within commitments:                            Within progress:      Within reports:
     *   queue ──▶ summary ─┐    history   editing          records             samples ──▶ dossiers
     *                      └───────┴─────────┘                │                 changes ──▶ status ──▶ bundles
     *                            search                    evidence             findings, coverage
     *                               │                  ┌──────┴──────┐                   │
     *                           standings         assessments   milestones           delivery
     *                               │                  │             │                   │
     *                            counts   decisions ▶ updates ──▶ (progress)          (reports)
     *                               │         └▶ batches ◀┘
     *                            filters
     *                               │
     *                           timeline
     *                               │
     *   links ───────────▶   (commitments)
     * </pre>
     */
    private static final String PICTURE =
            """
            access: start, web
            areas: ledger, text
            commitments: instruments, text, time, web
            commitments.counts: commitments, commitments.filters, commitments.timeline, ledger
            commitments.editing: access, areas, commitments, commitments.search, commitments.standings, commitments.timeline, instruments, ledger, parties, text, time, web
            commitments.filters: commitments, commitments.timeline, ledger, text, web
            commitments.history: access, commitments, commitments.links, commitments.search, commitments.standings, commitments.timeline, ledger, text
            commitments.links: commitments, ledger, text
            commitments.queue: commitments, commitments.filters, commitments.search, commitments.standings, commitments.summary, commitments.timeline, ledger, text, web
            commitments.search: areas, commitments, commitments.counts, commitments.filters, commitments.links, commitments.standings, commitments.timeline, instruments, ledger, parties, text, time, web
            commitments.standings: commitments, commitments.counts, commitments.filters, commitments.links, commitments.timeline, instruments, ledger, text
            commitments.summary: commitments, commitments.counts, commitments.filters, commitments.links, commitments.search, commitments.standings, instruments, ledger
            commitments.timeline: access, commitments, instruments, ledger, text
            crosswalk: access, commitments, commitments.links, commitments.search, instruments, ledger, text, web
            cycles: access, instruments, ledger, text, web
            files: access, ledger, start, text, web
            formats: text
            importing: areas, commitments, commitments.links, commitments.standings, instruments, ledger, parties, start, text, time, vocabularies, web
            instruments: ledger, text, time, web
            keys: access, ledger, parties, start, text, web
            ledger: access, start, text, time, web
            parties: ledger, text
            progress: commitments, files, instruments, ledger, text, time, web
            progress.assessments: access, commitments, commitments.search, commitments.standings, files, ledger, progress, progress.updates, text, web
            progress.batches: ledger, web
            progress.decisions: access, commitments, commitments.standings, ledger, progress.batches, progress.updates, text, web
            progress.evidence: access, commitments, commitments.search, commitments.standings, files, ledger, progress, progress.assessments, progress.milestones, progress.updates, web
            progress.milestones: access, commitments, commitments.search, commitments.standings, files, ledger, progress, text, web
            progress.records: ledger, progress, progress.assessments, progress.evidence, progress.milestones, progress.updates, text
            progress.updates: access, commitments, commitments.search, commitments.standings, commitments.timeline, files, instruments, ledger, parties, progress, progress.batches, text, web
            proofs: access, ledger, start, text, web
            reports: access, areas, formats, instruments, ledger, parties, text, vocabularies
            reports.bundles: commitments, formats, ledger, proofs, reports, reports.delivery, text, web
            reports.changes: commitments, commitments.search, formats, ledger, reports, reports.delivery, reports.status, text, web
            reports.coverage: commitments, commitments.search, commitments.standings, formats, ledger, reports, reports.delivery, text
            reports.delivery: formats, ledger, reports, text, web
            reports.dossiers: commitments, commitments.history, commitments.links, commitments.search, commitments.standings, formats, instruments, ledger, progress, progress.assessments, progress.milestones, progress.records, progress.updates, reports, reports.delivery, text
            reports.findings: access, commitments, commitments.history, commitments.search, commitments.standings, cycles, formats, instruments, ledger, progress, progress.assessments, progress.records, reports, reports.delivery, text, web
            reports.samples: commitments.search, commitments.standings, formats, ledger, reports, reports.delivery, reports.dossiers, text, web
            reports.status: commitments, commitments.search, commitments.standings, formats, instruments, ledger, reports, reports.bundles, reports.delivery, text
            start:
            text:
            time:
            tokens: access, ledger, parties, start, text, web
            verify:
            vocabularies: ledger, text
            web: text, time
            """;

    /** The types of the inner rooms of commitments that other features may use; everything else is reached through these. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            "commitments.timeline", Set.of("StatusHistory", "UpdateHistory"),
            "commitments.filters", Set.of(),
            "commitments.counts", Set.of(),
            "commitments.standings",
                    Set.of("AssignedParties", "CommitmentView", "ProjectionCheck", "StandingProjection"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.servanda");

    @Test
    void thePictureIsTrue() {
        assertTrue(CLASSES.size() > 400, "classes were found");
        Map<String, Set<String>> drawn = new TreeMap<>();
        for (JavaClass from : CLASSES) {
            if (room(from).isEmpty()) continue;
            Set<String> arrows = drawn.computeIfAbsent(room(from), f -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> room(dependency.getTargetClass().getBaseComponentType()))
                    .filter(to -> !to.isEmpty() && !to.equals(room(from)))
                    .forEach(arrows::add);
        }
        String arrows = drawn.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        assertEquals(PICTURE.strip(), arrows);
    }

    @Test
    void theDocumentShowsTheSamePicture() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        String page = Files.readString(Path.of("docs/architecture.md"));
        String table = page.substring(page.indexOf("| package | uses |"));
        for (String line : table.substring(0, table.indexOf("\n\n")).split("\n")) {
            String[] cells = line.split("\\|");
            if (cells[1].contains("`")) shown.put(cells[1].strip().replace("`", ""), cells[2].strip());
        }
        Map<String, String> wanted = new TreeMap<>();
        for (String line : PICTURE.strip().split("\n")) {
            String[] arrow = line.split(":");
            wanted.put(arrow[0], arrow.length > 1 ? arrow[1].strip() : "nothing of ours");
        }
        assertEquals(wanted, shown);
    }

    @Test
    void packagesHaveNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("org.servanda.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void otherFeaturesUseTheInnerRoomsOfCommitmentsThroughTheirDoorsAlone() {
        DOORS.forEach((room, doors) -> {
            Set<String> used = new TreeSet<>();
            for (JavaClass from : CLASSES) {
                if (room(from).startsWith("commitments")) continue;
                from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(to -> room(to).equals(room))
                        .forEach(to -> used.add(outermost(to)));
            }
            assertEquals(new TreeSet<>(doors), used, room);
        });
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type.getSimpleName());
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT) && !name.equals(ROOT) ? name.substring(ROOT.length(), name.length() - 1) : "";
    }

    @Test
    void resourcesStayInsideTheirPackageAndTheirMethodsArePublic() {
        // Quarkus drops a non-public endpoint method without a word.
        ArchRuleDefinition.classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .bePackagePrivate()
                .check(CLASSES);
        ArchRuleDefinition.methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .haveModifier(JavaModifier.PUBLIC)
                .check(CLASSES);
    }

    @Test
    void theRulesOfTheRegisterKnowNoStoreAndNoFramework() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("org.servanda.commitments.timeline")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.or(
                        JavaClass.Predicates.resideInAnyPackage(
                                "java..",
                                "org.servanda.text",
                                "org.servanda.commitments",
                                "org.servanda.commitments.timeline",
                                "com.fasterxml.jackson.."),
                        // Values: an entry of the ledger, who made it, and the day its instrument was adopted.
                        JavaClass.Predicates.belongToAnyOf(
                                Entry.class, EntryRef.class, Caller.class, InstrumentView.class)))
                .check(CLASSES);
    }

    @Test
    void theVerifierStandsOnTheJdkAloneAndNothingUsesIt() {
        String verifier = ROOT + "verify";
        assertTrue(CLASSES.contain(verifier + ".Verify"), "there is a verifier");
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(verifier)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", verifier)
                .check(CLASSES);
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(verifier)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(verifier)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text.SearchWords",
                "text.Span",
                "formats.CsvText",
                "web.CursorSigner",
                "keys.ApiKeySecret",
                "importing.QuotationIndex"
            })
    void whatIsPureKnowsNoFramework(String name) {
        assertTrue(CLASSES.contain(ROOT + name), "there is " + name);
        ArchRuleDefinition.classes()
                .that()
                .haveFullyQualifiedName(ROOT + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.servanda.text..",
                        "org.servanda.keys",
                        "org.servanda.importing")
                .check(CLASSES);
    }
}
