package org.servanda.reports.bundles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.erdtman.jcs.JsonCanonicalizer;

import org.servanda.text.Sha256;

/** A bundle taken apart, so that it can be put together otherwise. Nothing here is taken from the program that writes one. */
record UnpackedBundle(Map<String, byte[]> members) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNLISTED = Set.of("manifest.json", "manifest.note");

    static UnpackedBundle read(byte[] zip) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                members.put(entry.getName(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UnpackedBundle(members);
    }

    String text(String name) {
        return new String(members.get(name), StandardCharsets.UTF_8);
    }

    List<String> lines(String name) {
        return new ArrayList<>(text(name).lines().toList());
    }

    ObjectNode json(String name) {
        try {
            return (ObjectNode) JSON.readTree(text(name));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    UnpackedBundle with(String name, byte[] content) {
        Map<String, byte[]> others = new LinkedHashMap<>(members);
        others.put(name, content);
        return new UnpackedBundle(others);
    }

    UnpackedBundle with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    UnpackedBundle withLines(String name, List<String> lines) {
        return with(name, String.join("\n", lines) + "\n");
    }

    UnpackedBundle with(String name, JsonNode content) {
        return with(name, canonical(content));
    }

    private static String canonical(JsonNode content) {
        try {
            return new JsonCanonicalizer(content.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] packed() {
        return packed(new ArrayList<>(members.keySet()));
    }

    /** With these members, in this order; one may be there twice. */
    byte[] packed(List<String> names) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            DeterministicZip deterministicZip = new DeterministicZip(zip);
            for (String name : names) deterministicZip.member(name, new ByteArrayInputStream(members.get(name)));
            deterministicZip.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    /** The manifest changed. */
    UnpackedBundle manifest(BiConsumer<ObjectNode, ArrayNode> change) {
        ObjectNode manifest = json("manifest.json");
        change.accept(manifest, (ArrayNode) manifest.get("items"));
        return with("manifest.json", manifest);
    }

    /** With the digests of the members as they are now. */
    UnpackedBundle digested() {
        return manifest((manifest, items) -> {
            ObjectNode files = manifest.putObject("files");
            members.forEach((name, content) -> {
                if (!UNLISTED.contains(name)) files.put(name, HexFormat.of().formatHex(Sha256.sha256(content)));
            });
        });
    }

    /** All of it consistent again, and the manifest signed. */
    UnpackedBundle sealed(UnaryOperator<String> signer) {
        UnpackedBundle digested = digested();
        ObjectNode manifest = digested.json("manifest.json");
        JsonNode log = manifest.get("checkpoint");
        String statement = String.join(
                "\n",
                "servanda-bundle/1 manifest",
                "sha256 " + Sha256.sha256(digested.text("manifest.json")),
                "report status",
                "asOf " + manifest.get("asOf").asText(),
                "knownAt " + manifest.get("knownAt").asText(),
                "revision " + manifest.get("revision").asText(),
                "log " + log.get("origin").asText(),
                "size " + log.get("size").asText(),
                "root " + log.get("root").asText(),
                "");
        return digested.with("manifest.note", signer.apply(statement));
    }

    /** The whole bundle as somebody else's: checkpoint, manifest and key. */
    UnpackedBundle signedBy(ForeignSigner foreignSigner) {
        String checkpoint = text("checkpoint");
        return with("checkpoint", foreignSigner.note(checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1)))
                .with("key.pub", foreignSigner.verifier() + "\n")
                .sealed(foreignSigner::note);
    }

    /** With a log made up around the entries as they are now: other leaves are of chance. */
    UnpackedBundle grownAnew(Random random) {
        ObjectNode manifest = json("manifest.json");
        int size = manifest.get("checkpoint").get("size").asInt();
        byte[][] leaves = new byte[size][32];
        for (byte[] leaf : leaves) random.nextBytes(leaf);
        List<Integer> indexes = new ArrayList<>();
        for (String line : lines("entries.ndjson")) {
            int index = sequence(line) - 1;
            indexes.add(index);
            leaves[index] = hash((byte) 0, line.getBytes(StandardCharsets.UTF_8));
        }
        List<String> proofs = new ArrayList<>();
        for (int index : indexes) {
            ObjectNode proof = JSON.createObjectNode();
            ArrayNode hashes = proof.putArray("hashes");
            path(leaves, 0, size, index).forEach(hash -> hashes.add(base64(hash)));
            proofs.add(canonical(proof.put("index", index)));
        }
        String root = base64(root(leaves, 0, size));
        ((ObjectNode) manifest.get("checkpoint")).put("root", root);
        List<String> checkpoint = lines("checkpoint");
        checkpoint.set(2, root);
        return withLines("proofs.ndjson", proofs)
                .with("manifest.json", manifest)
                .withLines("checkpoint", checkpoint);
    }

    static int sequence(String line) {
        try {
            return JSON.readTree(line).get("sequence").asInt();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static byte[] hash(byte prefix, byte[]... parts) {
        MessageDigest sha256 = Sha256.sha256();
        sha256.update(prefix);
        Arrays.stream(parts).forEach(sha256::update);
        return sha256.digest();
    }

    /** RFC 6962, 2.1, as it stands there. */
    private static byte[] root(byte[][] leaves, int from, int to) {
        if (to - from == 1) return leaves[from];
        int middle = from + Integer.highestOneBit(to - from - 1);
        return hash((byte) 1, root(leaves, from, middle), root(leaves, middle, to));
    }

    private static List<byte[]> path(byte[][] leaves, int from, int to, int index) {
        if (to - from == 1) return new ArrayList<>();
        int middle = from + Integer.highestOneBit(to - from - 1);
        boolean left = index < middle;
        List<byte[]> path = left ? path(leaves, from, middle, index) : path(leaves, middle, to, index);
        path.add(left ? root(leaves, middle, to) : root(leaves, from, middle));
        return path;
    }
}
