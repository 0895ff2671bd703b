package org.servanda;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The picture of the packages, as it is: a new arrow fails, and so does one that is gone. */
class ArchitectureTest {

    private static final String ROOT = "org.servanda.";

    /**
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
     *                   web, start ──▶ text, time ◀── formats
     * </pre>
     */
    private static final Map<String, Set<String>> PICTURE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("start", Set.of()),
            Map.entry("formats", Set.of("text")),
            Map.entry("web", Set.of("text", "time")),
            Map.entry("access", Set.of("start", "web")),
            Map.entry("ledger", Set.of("access", "start", "text", "time", "web")),
            Map.entry("proofs", Set.of("access", "ledger", "start", "text", "web")),
            Map.entry("areas", Set.of("ledger", "text")),
            Map.entry("parties", Set.of("ledger", "text")),
            Map.entry("vocabularies", Set.of("ledger", "text")),
            Map.entry("keys", Set.of("access", "ledger", "parties", "start", "text", "web")),
            Map.entry("files", Set.of("access", "ledger", "start", "text", "web")),
            Map.entry("tokens", Set.of("access", "ledger", "parties", "start", "text", "web")),
            Map.entry("instruments", Set.of("ledger", "text", "time", "web")),
            Map.entry(
                    "commitments",
                    Set.of("access", "areas", "instruments", "ledger", "parties", "text", "time", "web")),
            Map.entry(
                    "reports",
                    Set.of(
                            "access",
                            "areas",
                            "commitments",
                            "cycles",
                            "formats",
                            "instruments",
                            "ledger",
                            "parties",
                            "progress",
                            "proofs",
                            "text",
                            "vocabularies",
                            "web")),
            Map.entry("cycles", Set.of("access", "commitments", "instruments", "ledger", "text", "web")),
            Map.entry("crosswalk", Set.of("access", "commitments", "instruments", "ledger", "text", "web")),
            Map.entry(
                    "progress",
                    Set.of(
                            "access",
                            "commitments",
                            "files",
                            "instruments",
                            "ledger",
                            "parties",
                            "text",
                            "time",
                            "web")),
            Map.entry(
                    "importing",
                    Set.of(
                            "areas",
                            "commitments",
                            "instruments",
                            "ledger",
                            "parties",
                            "start",
                            "text",
                            "time",
                            "vocabularies",
                            "web")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.servanda");

    @Test
    void thePictureIsTrue() {
        assertTrue(CLASSES.size() > 50, "classes were found");
        Map<String, Set<String>> drawn = new TreeMap<>();
        for (JavaClass from : CLASSES) {
            if (feature(from).isEmpty()) continue;
            Set<String> arrows = drawn.computeIfAbsent(feature(from), f -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> feature(dependency.getTargetClass().getBaseComponentType()))
                    .filter(to -> !to.isEmpty() && !to.equals(feature(from)))
                    .forEach(arrows::add);
        }
        Map<String, Set<String>> wanted = new TreeMap<>();
        PICTURE.forEach((from, to) -> wanted.put(from, new TreeSet<>(to)));
        assertEquals(wanted, drawn);
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(ROOT)) return "";
        String rest = name.substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(0, rest.indexOf('.'));
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
    void whatIsPureKnowsNoFramework() {
        ArchRuleDefinition.classes()
                .that()
                .haveFullyQualifiedName("org.servanda.text.SearchWords")
                .or()
                .haveFullyQualifiedName("org.servanda.text.Span")
                .or()
                .haveFullyQualifiedName("org.servanda.formats.CsvText")
                .or()
                .haveFullyQualifiedName("org.servanda.web.CursorSeal")
                .or()
                .haveFullyQualifiedName("org.servanda.keys.Secret")
                .or()
                .haveFullyQualifiedName("org.servanda.importing.Anchors")
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
