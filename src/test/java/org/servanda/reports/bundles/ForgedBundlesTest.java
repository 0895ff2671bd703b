package org.servanda.reports.bundles;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.proofs.Proofs;
import org.servanda.testing.CompiledVerifier;
import org.servanda.testing.CompiledVerifier.VerifierResult;
import org.servanda.testing.HttpTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Bundles that somebody changed: by accident, on the way and with a key of their own, or as the operator of the register with
 * the right key. What does not hold is refused, with its place.
 */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
class ForgedBundlesTest {

    private static final long SEED = 20_261_121;
    private static final int MUTATIONS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One way to change a bundle. */
    private interface Way {

        byte[] change(Random random);
    }

    @TempDir
    Path folder;

    @Inject
    Proofs proofs;

    private byte[] whole;
    private UnpackedBundle unpackedBundle;
    private String key;
    private final ForeignSigner forger = ForeignSigner.named("somebody");

    @BeforeEach
    void makeOneBundle() {
        if (whole != null) return;
        BundleFixture.happen();
        whole = BundleFixture.bundle("party=TH&instrument=ACJS-2024&lang=zh");
        unpackedBundle = UnpackedBundle.read(whole);
        key = unpackedBundle.text("key.pub").strip();
    }

    private VerifierResult checked(byte[] bundle, Object... options) throws IOException {
        Object[] args = new Object[options.length + 1];
        args[0] = Files.write(folder.resolve("bundle.zip"), bundle);
        System.arraycopy(options, 0, args, 1, options.length);
        return CompiledVerifier.run(args);
    }

    /** Signs with the register's own key, as only its operator can. */
    private UnpackedBundle byTheOperator(UnpackedBundle changed) {
        return changed.sealed(proofs::sign);
    }

    private static int below(Random random, int bound) {
        return random.nextInt(bound);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String member(Random random) {
        return one(random, List.copyOf(unpackedBundle.members().keySet()));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        flipped[below(random, bytes.length)] ^= (byte) (1 << below(random, 8));
        return flipped;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, below(random, bytes.length));
    }

    private static byte[] grown(byte[] bytes, Random random) {
        int at = below(random, bytes.length + 1);
        byte[] grown = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, grown, at + 1, bytes.length - at);
        grown[at] = (byte) random.nextInt();
        return grown;
    }

    /** Lines dropped, doubled or in another order; two of them at least differ. */
    private UnpackedBundle otherLines(Random random) {
        String name = one(
                random,
                List.of("entries.ndjson", "proofs.ndjson", "report.csv", "report.json", "README.txt", "checkpoint"));
        List<String> lines = unpackedBundle.lines(name);
        List<String> former = List.copyOf(lines);
        while (lines.equals(former)) {
            int at = below(random, lines.size());
            switch (below(random, 3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                default -> Collections.swap(lines, at, below(random, lines.size()));
            }
        }
        return unpackedBundle.withLines(name, lines);
    }

    private byte[] otherMembers(Random random) {
        List<String> names = new ArrayList<>(unpackedBundle.members().keySet());
        List<String> former = List.copyOf(names);
        while (names.equals(former)) {
            int at = below(random, names.size());
            if (random.nextBoolean()) names.remove(at);
            else Collections.swap(names, at, below(random, names.size()));
        }
        return unpackedBundle.packed(names);
    }

    private UnpackedBundle flippedMember(Random random) {
        String name = member(random);
        byte[] content = unpackedBundle.members().get(name);
        int way = below(random, 3);
        return unpackedBundle.with(
                name, way == 0 ? flipped(content, random) : way == 1 ? cut(content, random) : grown(content, random));
    }

    /** A cell of a row, changed in both files alike; the manifest may need to follow. */
    private UnpackedBundle otherRow(Random random) {
        ObjectNode report = unpackedBundle.json("report.json");
        int row = below(random, report.get("items").size());
        ObjectNode item = (ObjectNode) report.get("items").get(row);
        List<String> columns = new ArrayList<>();
        item.fieldNames().forEachRemaining(columns::add);
        columns.remove("code");
        String column = one(random, columns);
        JsonNode value = item.get(column);
        if (value.isNumber()) item.put(column, value.asLong() + 1);
        else if (value.isArray()) ((ArrayNode) value).add("XX");
        else if (value.asText().matches("\\d{4}-\\d\\d-\\d\\d"))
            item.put(column, LocalDate.parse(value.asText()).plusDays(1).toString());
        else
            item.put(
                    column,
                    column.equals("status")
                            ? "suspended".equals(value.asText()) ? "declared" : "suspended"
                            : value.asText() + "改");
        return unpackedBundle
                .with("report.json", lined(report))
                .with("report.csv", csv(row + 1, column, item.get(column)));
    }

    private static String lined(ObjectNode report) {
        return report.toString();
    }

    private List<List<String>> records() {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(unpackedBundle.text("report.csv"))) {
            for (CsvRecord each : csv) records.add(new ArrayList<>(each.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private String csv(int row, String column, JsonNode value) {
        List<List<String>> records = records();
        List<String> words = new ArrayList<>();
        if (value.isArray()) value.forEach(word -> words.add(word.asText()));
        String text = value.isArray() ? String.join(";", words) : value.asText();
        records.get(row).set(records.get(0).indexOf(column), guarded(text));
        StringBuilder csv = new StringBuilder();
        records.forEach(each -> csv.append(written(each)));
        return csv.toString();
    }

    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@＝＋－＠\t\r'".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A row dropped everywhere, with its entries and their proofs. */
    private UnpackedBundle withoutRow(Random random) {
        int row = below(random, unpackedBundle.json("report.json").get("items").size());
        ObjectNode report = unpackedBundle.json("report.json");
        ArrayNode rows = (ArrayNode) report.get("items");
        rows.remove(row);
        report.put("rows", rows.size());
        List<List<String>> records = records();
        records.remove(row + 1);
        StringBuilder csv = new StringBuilder();
        records.forEach(each -> csv.append(written(each)));
        UnpackedBundle changed =
                unpackedBundle.with("report.json", lined(report)).with("report.csv", csv.toString());
        List<Integer> gone = new ArrayList<>();
        changed = changed.manifest((manifest, items) -> {
            List<Integer> shared = new ArrayList<>();
            manifest.get("reference").forEach(each -> shared.add(each.asInt()));
            items.get(row).get("entries").forEach(each -> {
                if (!shared.contains(each.asInt())) gone.add(each.asInt());
            });
            items.remove(row);
            manifest.put("rows", items.size());
        });
        return without(changed, gone);
    }

    private static String written(List<String> fields) {
        StringWriter csv = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(csv)) {
            writer.writeRecord(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static UnpackedBundle without(UnpackedBundle changed, List<Integer> gone) {
        List<String> entries = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        List<String> all = changed.lines("entries.ndjson");
        for (int i = 0; i < all.size(); i++) {
            if (gone.contains(UnpackedBundle.sequence(all.get(i)))) continue;
            entries.add(all.get(i));
            proofs.add(changed.lines("proofs.ndjson").get(i));
        }
        return changed.withLines("entries.ndjson", entries).withLines("proofs.ndjson", proofs);
    }

    /** A report that was accepted, dropped from the entries and the manifest; the row stays as it is. */
    private UnpackedBundle withoutAnEntry(Random random) {
        List<Integer> accepted = new ArrayList<>();
        for (String line : unpackedBundle.lines("entries.ndjson"))
            if (line.contains("\"kind\":\"accepted\"")) accepted.add(UnpackedBundle.sequence(line));
        int gone = one(random, accepted);
        return without(unpackedBundle, List.of(gone)).manifest((manifest, items) -> {
            for (JsonNode item : items) {
                ArrayNode entries = (ArrayNode) item.get("entries");
                for (int i = entries.size() - 1; i >= 0; i--) if (entries.get(i).asInt() == gone) entries.remove(i);
            }
        });
    }

    /** A word of an entry changed; its line stays canonical. */
    private UnpackedBundle otherEntry(Random random) {
        List<String> lines = unpackedBundle.lines("entries.ndjson");
        int at = below(random, lines.size());
        try {
            ObjectNode entry = (ObjectNode) JSON.readTree(lines.get(at));
            entry.put("actor", entry.get("actor").asText() + "x");
            lines.set(at, entry.toString());
            return unpackedBundle.withLines("entries.ndjson", lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private UnpackedBundle anyChange(Random random) {
        return switch (below(random, 5)) {
            case 0 -> otherRow(random);
            case 1 -> withoutRow(random);
            case 2 -> withoutAnEntry(random);
            case 3 -> otherEntry(random);
            default -> otherLines(random);
        };
    }

    /** Changes of the bytes, of members, and of what is in them; with and without new digests, by whoever signs. */
    private Map<String, Way> ways() {
        UnaryOperator<UnpackedBundle> foreign = changed -> changed.signedBy(forger);
        Map<String, Way> ways = new TreeMap<>();
        ways.put("a bit of the zip flipped", random -> flipped(whole, random));
        ways.put("the zip cut short", random -> cut(whole, random));
        ways.put("a byte put in", random -> grown(whole, random));
        ways.put("a member flipped, cut or grown", random -> flippedMember(random)
                .packed());
        ways.put("lines dropped, doubled or reordered", random -> otherLines(random)
                .packed());
        ways.put("members dropped or reordered", this::otherMembers);
        ways.put(
                "a change with new digests",
                random -> anyChange(random).digested().packed());
        ways.put("the key swapped", random -> unpackedBundle
                .with("key.pub", forger.verifier() + "\n")
                .packed());
        ways.put("the key swapped, with its digest", random -> unpackedBundle
                .with("key.pub", forger.verifier() + "\n")
                .digested()
                .packed());
        ways.put("signed by somebody else", random -> foreign.apply(unpackedBundle)
                .packed());
        ways.put("a change signed by somebody else", random -> foreign.apply(anyChange(random))
                .packed());
        ways.put(
                "entries changed, in a log of their own, signed by somebody else",
                random -> foreign.apply(otherEntry(random).grownAnew(random)).packed());
        ways.put("a cell changed by the operator", random -> byTheOperator(otherRow(random))
                .packed());
        ways.put("an entry changed by the operator", random -> byTheOperator(otherEntry(random))
                .packed());
        ways.put("an entry left out by the operator", random -> byTheOperator(withoutAnEntry(random))
                .packed());
        return ways;
    }

    @Test
    void fiveHundredMutationsAreRefusedEachWithItsPlace() throws IOException {
        Map<String, Way> ways = ways();
        List<String> names = List.copyOf(ways.keySet());
        assertEquals(0, checked(whole, "--key", key).exitStatus());
        for (int i = 0; i < MUTATIONS; i++) {
            Random random = new Random(SEED + i);
            String what = names.get(i % names.size());
            byte[] changed = ways.get(what).change(random);
            assertFalse(Arrays.equals(whole, changed), what);
            VerifierResult result = checked(changed, "--key", key);
            String told = what + ", seed " + (SEED + i) + ": " + result.output();
            assertEquals(1, result.exitStatus(), told);
            assertTrue(result.output().contains("  where: ") && result.output().contains("  why:   "), told);
            assertFalse(result.output().contains("cannot be understood"), told);
        }
    }

    @Test
    void theOperatorCannotAlterARowThatTheEntriesDoNotBear() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            VerifierResult result =
                    checked(byTheOperator(otherRow(new Random(seed))).packed(), "--key", key);
            assertEquals(1, result.exitStatus(), result.output());
            assertTrue(result.output().contains("where: report.csv row "), result.output());
            assertTrue(result.output().contains("by the entries it is"), result.output());
        }
    }

    /** Such a one is not of a register whose withheld entries are safe from guessing. */
    @Test
    void anEntryWithoutItsSaltIsRefused() throws IOException {
        for (String salt : List.of("", "\"salt\":\"\",", "\"salt\":\"00\",", "\"salt\":\"" + "G0".repeat(16) + "\",")) {
            List<String> lines = unpackedBundle.lines("entries.ndjson");
            lines.set(1, lines.get(1).replaceFirst("\"salt\":\"[0-9a-f]{32}\",", salt));
            assertNotEquals(unpackedBundle.lines("entries.ndjson"), lines);
            VerifierResult result = checked(unpackedBundle
                    .withLines("entries.ndjson", lines)
                    .grownAnew(new Random(4))
                    .signedBy(forger)
                    .packed());
            assertEquals(1, result.exitStatus(), result.output());
            assertTrue(result.output().contains("where: entries.ndjson line 2"), result.output());
            assertTrue(result.output().contains("salt"), result.output());
        }
    }

    @Test
    void csvAndJsonMustSayTheSame() throws IOException {
        UnpackedBundle other = otherRow(new Random(7));
        VerifierResult json = checked(byTheOperator(unpackedBundle.with("report.json", other.text("report.json")))
                .packed());
        assertTrue(json.output().contains("where: report.json line "), json.output());
        VerifierResult csv = checked(byTheOperator(unpackedBundle.with("report.csv", other.text("report.csv")))
                .packed());
        assertTrue(csv.output().contains("where: report.csv row "), csv.output());
    }

    @Test
    void whoHasNoPinnedKeyIsToldThatAnyoneCanHaveMadeIt() throws IOException {
        UnpackedBundle madeUp =
                otherEntry(new Random(1)).grownAnew(new Random(2)).signedBy(forger);
        VerifierResult trusting = checked(madeUp.packed());
        assertEquals(0, trusting.exitStatus(), trusting.output());
        assertTrue(trusting.output().contains("KEY FROM THE BUNDLE"), trusting.output());
        assertEquals(1, checked(madeUp.packed(), "--key", key).exitStatus());
    }

    @Test
    void aRowLeftOutByTheOperatorIsWhatNoBundleCanShow() throws IOException {
        VerifierResult result = checked(byTheOperator(withoutRow(new Random(3))).packed(), "--key", key);
        assertEquals(0, result.exitStatus(), result.output());
        assertTrue(result.output().contains("That no other commitment met the filter"), result.output());
    }
}
