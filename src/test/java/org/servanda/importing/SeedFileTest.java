package org.servanda.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.importing.SeedFile.Entry;
import org.servanda.text.Bilingual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SeedFileTest {

    enum Size {
        small,
        medium,
        large
    }

    record Inner(@Schema(required = true) String name, Size size) {}

    record Thing(
            @Schema(required = true) String code,
            Size size,
            LocalDate since,
            Bilingual title,
            List<String> tags,
            Inner inner,
            List<Inner> inners) {}

    record Count(@Schema(required = true) int number, @Schema(required = true) boolean open) {}

    private static final String FILE = "things.yaml";

    private final List<SeedFault> faults = new ArrayList<>();

    @Test
    void whatIsRightIsReadInOrderWithItsPlace() {
        List<Entry<Thing>> things = things(
                """
                # a remark
                - code: A   # another one
                  size: small
                  since: 2024-10-10
                  title: {zh: "算力", en: "Computing"}
                  tags: [x, y]
                - {code: B, inner: {name: n}}
                """);
        assertTold();
        assertEquals(
                List.of(
                        new Entry<>(
                                new Thing(
                                        "A",
                                        Size.small,
                                        LocalDate.of(2024, 10, 10),
                                        new Bilingual("算力", "Computing"),
                                        List.of("x", "y"),
                                        null,
                                        null),
                                "/0"),
                        new Entry<>(new Thing("B", null, null, null, null, new Inner("n", null), null), "/1")),
                things);
    }

    @Test
    void anUnknownFieldIsToldWithTheNearestKnownOne() {
        things("""
                - code: A

                  sizze: small
                """);
        assertTold(fault(
                3, "unknown field sizze; did you mean size? Allowed: code, inner, inners, since, size, tags, title"));
    }

    @Test
    void anUnknownFieldLikeNoOtherIsToldWithAllThatAreAllowed() {
        things("- code: A\n  inner:\n    name: n\n    colour: red\n");
        assertTold(fault(4, "unknown field colour; Allowed: name, size"));
    }

    @Test
    void aMissingFieldIsToldWhereItIsMissed() {
        things(
                """
                - code: A
                - size: small
                  since: 2024-10-10
                - code: C
                  inners:
                    - name: n
                    - size: small
                """);
        assertTold(fault(2, "code is missing"), fault(7, "name is missing"));
    }

    @Test
    void everyMissingFieldOfAnEntryIsTold() {
        things("- inner: {size: small}\n");
        assertTold(fault(1, "code is missing"), fault(1, "name is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code:", "code: ~", "code: null"})
    void aFieldWithoutAValueIsMissing(String line) {
        things("- size: small\n  " + line + "\n");
        assertTold(fault(2, "code is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "open: true, 'number is missing'",
        "number: 3, 'open is missing'",
    })
    void aMissingNumberOrTruthIsToldLikeAnyOtherField(String given, String message) {
        counts("- " + given + "\n");
        assertTold(fault(1, message));
    }

    @Test
    void aWordOutsideItsListIsToldWithTheNearestAllowedOne() {
        things("- code: A\n- code: B\n  size: medum\n");
        assertTold(fault(3, "'medum' is not allowed; did you mean medium? Allowed: small, medium, large"));
    }

    @Test
    void aWordLikeNoOtherIsToldWithAllThatAreAllowed() {
        things("- code: A\n  inners:\n    - name: n\n      size: gigantic\n");
        assertTold(fault(4, "'gigantic' is not allowed; Allowed: small, medium, large"));
    }

    @Test
    void aNumberIsNoWordOfAList() {
        assertEquals(List.of(), things("- code: A\n  size: 1\n"));
        assertEquals(List.of(2), lines());
        assertTrue(faults.get(0).message().startsWith("'1' is not allowed"), faults.toString());
    }

    @Test
    void aKeyThatStandsTwiceIsToldAtItsSecondPlace() {
        things(
                """
                - code: A
                  size: small
                  code: B
                """);
        assertTold(fault(3, "code stands here twice"));
    }

    @Test
    void aKeyThatStandsTwiceDeepInsideIsToldAtItsSecondPlace() {
        things(
                """
                - code: A
                  inner:
                    name: n
                    name: m
                """);
        assertTold(fault(4, "name stands here twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "'- code: \"A\n- code: B\n', 3",
        "'- code: A\n   size: small\n', 2",
        "'- code: A\n\tsize: small\n', 2",
        "'- code: A\n  tags: [x, y\n- code: B\n', 3",
        "'- code: A\n  title: a: b\n', 2",
        "'- code: A\n---\n- code: B\n', 2"
    })
    void whatIsNotYamlIsToldWithItsLine(String text, int line) {
        assertEquals(List.of(), things(text));
        assertEquals(List.of(line), lines());
        assertTrue(faults.get(0).message().startsWith("not readable as YAML: "), faults.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'- &a {code: A}\n- *a\n', alias",
        "'- code: A\n- {code: B, [x]: y}\n', a list as a key",
        "'- code: A\n- {code: B, {x: y}: z}\n', a mapping as a key",
        "'- code: A\n- code: \"\u0001\"\n', a control character",
        "'- code: A\n- code: \u0000\n', a null character"
    })
    void whatIsYamlButNotReadHereIsAFaultToo(String text, String what) {
        things(text);
        assertEquals(1, faults.size(), what);
        assertEquals(FILE, faults.get(0).file());
    }

    @Test
    void endlessNestingIsAFault() {
        things("[".repeat(10_000));
        assertEquals(1, faults.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a remark\n"})
    void anEmptyFileIsToldAtItsFirstLine(String text) {
        assertEquals(List.of(), things(text));
        assertEquals(List.of(1), lines());
    }

    @Test
    void anEmptyListIsAListWithNothingInIt() {
        assertEquals(List.of(), things("[]\n"));
        assertTold();
    }

    @Test
    void whatMustBeAListIsToldWhenItIsNone() {
        assertEquals(List.of(), things("# remark\ncode: A\n"));
        assertTold(fault(2, "must be a list"));
    }

    @Test
    void whatMustBeAMappingIsToldWhenItIsNone() {
        assertEquals(Optional.empty(), file("- code: A\n").object(Thing.class));
        assertTold(fault(1, "must be a mapping of names to values"));
    }

    @Test
    void anEntryWithNothingInItIsTold() {
        things("- code: A\n-\n- code: C\n");
        assertTold(fault(2, "is empty"));
    }

    @Test
    void aPieceOfAListWithNothingInItIsTold() {
        things("- code: A\n  tags:\n    - x\n    -\n- code: B\n  inners: [~]\n");
        assertEquals(List.of(4, 6), lines());
    }

    @Test
    void aDateIsADay() {
        List<Entry<Thing>> things = things("- {code: A, since: 2024-02-29}\n- {code: B, since: \"2024-02-29\"}\n");
        assertTold();
        for (Entry<Thing> thing : things)
            assertEquals(LocalDate.of(2024, 2, 29), thing.value().since());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-13-01",
                "2024-2-9",
                "10.10.2024",
                "2024-10",
                "soon",
                "2024",
                "20241010",
                "1899-12-31",
                "2201-01-01",
                "+12024-10-10"
            })
    void whatIsNoDayIsToldWithItsLine(String since) {
        assertEquals(List.of(), things("- code: A\n  since: " + since + "\n"), since);
        assertEquals(List.of(2), lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since: soon",
                "since: 2023-02-29",
                "tags: x",
                "tags: {x: y}",
                "code: [A]",
                "code: {A: B}",
                "inner: n",
                "inner: [n]",
                "inners: {name: n}",
                "title: 算力",
                "title: {}",
                "title: {zh: ''}",
                "size: [small]"
            })
    void faultsAreToldInTheWordsOfWhoeverEditsTheFile(String line) {
        things("- code: A\n- \n  " + line + "\n" + (line.startsWith("code") ? "" : "  code: B\n"));
        assertEquals(List.of(3), lines(), line);
        assertPlain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{number: many, open: true}",
                "{number: \"3\", open: true}",
                "{number: 3.5, open: true}",
                "{number: 99999999999, open: true}",
                "{number: true, open: true}",
                "{number: 3, open: maybe}",
                "{number: 3, open: 1}"
            })
    void aNumberOrTruthThatIsNoneIsToldInPlainWords(String entry) {
        assertEquals(List.of(), counts("- " + entry + "\n"));
        assertEquals(List.of(1), lines());
        assertPlain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "TRUE", "on", "no", "False", "off"})
    void aTruthInOtherWordsIsNeverTakenForItsOpposite(String written) {
        boolean meant = List.of("yes", "True", "TRUE", "on").contains(written);
        List<Entry<Count>> counts = counts("- {number: 3, open: " + written + "}\n");
        boolean refused = counts.isEmpty() && faults.size() == 1;
        assertTrue(refused || counts.get(0).value().open() == meant, written + " was read as " + counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "No", "yes", "on", "007", "1_000", "1.10", "3.2", "2024-10-10", "0x1F", "12:30"})
    void aTextIsKeptAsItIsWritten(String written) {
        List<Entry<Thing>> things = things("- code: " + written + "\n");
        boolean refused = things.isEmpty() && faults.size() == 1;
        assertTrue(refused || things.get(0).value().code().equals(written), written + " was read as " + things);
    }

    @Test
    void aNumberCountsInTens() {
        assertEquals(List.of(new Entry<>(new Count(10, true), "/0")), counts("- {number: 10, open: true}\n"));
        assertEquals(List.of(new Entry<>(new Count(-3, true), "/0")), counts("- {number: -3, open: true}\n"));
        assertTold();
    }

    @Test
    void everyBrokenEntryIsToldAndTheOthersAreRead() {
        List<Entry<Thing>> things = things(
                """
                - code: A
                - code: B
                  size: smal
                - colour: red
                - size: large
                - code: E
                  since: soon
                - code: F
                """);
        assertEquals(List.of(3, 4, 5, 7), lines());
        assertEquals(
                List.of("A /0", "F /5"),
                things.stream()
                        .map(thing -> thing.value().code() + " " + thing.pointer())
                        .toList());
    }

    @Test
    void aListInsideTheFileIsReadByItsPointerAndMayBeAbsent() {
        SeedFile file = file("code: A\ninners:\n  - name: n\n  - size: small\n");
        assertEquals(List.of(new Entry<>(new Inner("n", null), "/inners/0")), file.list("/inners", Inner.class));
        assertEquals(List.of(), file.list("/others", Inner.class));
        assertTold(fault(4, "name is missing"));
    }

    @Test
    void anObjectIsReadWithoutTheKeysThatAreReadSeparately() {
        Thing thing = file("code: A\npassages:\n  - x\n")
                .object(Thing.class, "passages")
                .orElseThrow()
                .value();
        assertEquals("A", thing.code());
        assertNull(thing.size());
        assertTold();
    }

    @Test
    void aFaultOfSomethingThatIsNotThereIsToldAtWhatIsAroundIt() {
        SeedFile file = file("# remark\n- code: A\n- code: B\n  inner:\n    name: n\n");
        file.fault("/1/inner/size/x", "one");
        file.fault("/1/since", "two");
        file.fault("/7", "three");
        assertTold(fault(5, "one"), fault(3, "two"), fault(2, "three"));
    }

    @Test
    void wordsAreThePiecesOfAPlainList() {
        assertEquals(List.of("A", "B"), file("- A  # remark\n- B\n").words());
        assertTold();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\n", "A: B\n", "- A\n- {B: C}\n", "- A\n-\n"})
    void whatIsNoPlainListOfWordsIsTold(String text) {
        file(text).words();
        assertEquals(1, faults.size(), text);
    }

    private SeedFile file(String text) {
        return new SeedFile(FILE, text, faults);
    }

    private List<Entry<Thing>> things(String text) {
        return file(text).list(Thing.class);
    }

    private List<Entry<Count>> counts(String text) {
        return file(text).list(Count.class);
    }

    private List<Integer> lines() {
        return faults.stream().map(SeedFault::line).toList();
    }

    private void assertTold(SeedFault... expected) {
        assertEquals(List.of(expected), faults);
    }

    private void assertPlain() {
        for (SeedFault fault : faults) {
            for (String foreign : List.of("java.", "org.servanda", "JsonToken", "Deserializ", "deserializ", "null"))
                assertFalse(fault.message().contains(foreign), fault.message());
        }
    }

    private static SeedFault fault(int line, String message) {
        return new SeedFault(FILE, line, message);
    }
}
