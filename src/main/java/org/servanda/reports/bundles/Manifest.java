package org.servanda.reports.bundles;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.erdtman.jcs.JsonCanonicalizer;

import org.servanda.formats.ReportHeading;
import org.servanda.proofs.Checkpoint;
import org.servanda.text.JsonText;
import org.servanda.text.Language;

/**
 * The manifest of a bundle as canonical JSON (RFC 8785), and the text about it that is signed. It is written in parts around its
 * items, of which there may be more than fit into memory.
 */
record Manifest(
        ReportHeading heading, Checkpoint checkpoint, Map<String, String> digests, List<Long> reference, long rows) {

    static final String FORMAT = "servanda-bundle/1";

    private record Log(String origin, String root, long size) {}

    /** The fields that stand before the items, sorted by name. */
    private record Before(
            String address, LocalDate asOf, Log checkpoint, Map<String, String> files, String filter, String format) {}

    /** The fields that stand behind the items, sorted by name. */
    private record Behind(
            Instant knownAt, Language lang, List<Long> reference, String report, long revision, long rows) {}

    /** A row, and the entries that it follows from. */
    record Item(String code, List<Long> entries) {

        String written() throws IOException {
            return canonical(this);
        }
    }

    /** Writes the manifest around its items. */
    void write(BundleMember items, BundleMember into) throws IOException {
        String before = canonical(new Before(
                heading.address(),
                heading.asOf(),
                new Log(checkpoint.origin(), checkpoint.root().base64(), checkpoint.size()),
                digests,
                heading.filter(),
                FORMAT));
        String behind = canonical(
                new Behind(heading.knownAt(), heading.lang(), reference, heading.report(), heading.revision(), rows));
        into.write(before.substring(0, before.length() - 1) + ",\"items\":[");
        into.append(items);
        into.write("]," + behind.substring(1));
    }

    /** The text that is signed. It contains the digest of the manifest, so that nobody can change a member or the manifest. */
    String statement(String sha256) {
        return String.join(
                "\n",
                FORMAT + " manifest",
                "sha256 " + sha256,
                "report " + heading.report(),
                "asOf " + heading.asOf(),
                "knownAt " + heading.knownAt(),
                "revision " + heading.revision(),
                "log " + checkpoint.origin(),
                "size " + checkpoint.size(),
                "root " + checkpoint.root().base64(),
                "");
    }

    static String canonical(Record value) throws IOException {
        return new JsonCanonicalizer(JsonText.write(value)).getEncodedString();
    }
}
