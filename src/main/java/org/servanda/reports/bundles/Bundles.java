package org.servanda.reports.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.formats.Format;
import org.servanda.formats.ReportHeading;
import org.servanda.formats.TableWriter;
import org.servanda.formats.Tables;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Hash;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.proofs.Checkpoint;
import org.servanda.proofs.ConsistencyProof;
import org.servanda.proofs.Proofs;
import org.servanda.reports.Report;
import org.servanda.reports.ReportConfig;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/**
 * Writes a report as a bundle that can be verified without the register: the rows, the ledger entries that they follow from, the
 * inclusion proofs, and the program that verifies all of it. First the members are written to files from one snapshot of the
 * database; then the bundle is signed and sent, so that no transaction waits for the client.
 */
@ApplicationScoped
public class Bundles {

    private final ReadPoints readPoints;
    private final Entries entries;
    private final Proofs proofs;
    private final ReportConfig config;

    Bundles(ReadPoints readPoints, Entries entries, Proofs proofs, ReportConfig config) {
        this.readPoints = readPoints;
        this.entries = entries;
        this.proofs = proofs;
        this.config = config;
    }

    /**
     * @param since size of the log that the receiver knows already, in entries; null for none
     * @return the number of rows
     */
    public <R extends Record & BundleRow> long write(
            Report<R> report, ReportHeading heading, String since, OutputStream out) {
        // Before the snapshot, which must contain all entries that the checkpoint covers.
        Checkpoint checkpoint = proofs.checkpoint();
        Long known = size(since, checkpoint.size());
        try (BundleMembers members = new BundleMembers()) {
            Gathered gathered = QuarkusTransaction.requiringNew()
                    .timeout((int) config.patience().toSeconds())
                    .call(() -> gather(report, heading, checkpoint, known, members));
            seal(heading, checkpoint, gathered, members);
            members.pack(new DeterministicZip(out));
            return gathered.rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows and the shared entries that were written. */
    private record Gathered(long rows, List<Long> reference) {}

    private <R extends Record & BundleRow> Gathered gather(
            Report<R> report, ReportHeading heading, Checkpoint checkpoint, Long known, BundleMembers members)
            throws IOException {
        // The snapshot of this transaction begins here.
        ReadPoint at =
                readPoints.atCursor(report.at(), report.at().asOf(), report.at().revision());
        BundleEntries bundleEntries = new BundleEntries(entries, proofs, at.revision(), checkpoint.size(), members);
        long rows = rows(report, heading, at, bundleEntries, members);
        List<Long> reference = bundleEntries.reference();
        if (known != null) members.growth().write(growth(proofs.consistency(known, checkpoint.size())));
        return new Gathered(rows, reference);
    }

    private static <R extends Record & BundleRow> long rows(
            Report<R> report, ReportHeading heading, ReadPoint at, BundleEntries bundleEntries, BundleMembers members)
            throws IOException {
        TableWriter<R> csv = Tables.writer(
                Format.csv, heading, report.rows(), false, members.csv().out());
        TableWriter<R> json = Tables.writer(
                Format.json, heading, report.rows(), false, members.json().out());
        long[] rows = {0};
        report.walk().each(at, row -> {
            try {
                csv.row(row);
                json.row(row);
                if (rows[0]++ > 0) members.items().write(",");
                members.items().write(bundleEntries.of(row).written());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        csv.close();
        json.close();
        return rows[0];
    }

    /** Joins the parts that had to wait for the last row, and signs the manifest. */
    private void seal(ReportHeading heading, Checkpoint checkpoint, Gathered gathered, BundleMembers members)
            throws IOException {
        members.checkpoint().write(checkpoint.note());
        for (String key : proofs.verifierKeys()) members.keys().line(key);
        for (String resource : List.of(BundleMembers.README, BundleMembers.VERIFIER)) {
            try (InputStream content = Bundles.class.getResourceAsStream("/verify/" + resource)) {
                content.transferTo(members.member(resource).out());
            }
        }
        members.join();
        Manifest manifest = new Manifest(heading, checkpoint, members.digests(), gathered.reference(), gathered.rows());
        manifest.write(members.items(), members.manifest());
        members.note().write(proofs.sign(manifest.statement(members.manifest().sha256())));
    }

    private static String growth(ConsistencyProof proof) throws IOException {
        return Manifest.canonical(new Growth(
                proof.from(),
                proof.fromRoot().base64(),
                proof.hashes().stream().map(Hash::base64).toList(),
                proof.to()));
    }

    private record Growth(long from, String fromRoot, List<String> hashes, long to) {}

    private static Long size(String since, long size) {
        if (since == null) return null;
        if (since.matches("[1-9][0-9]{0,17}") && Long.parseLong(since) <= size) return Long.valueOf(since);
        throw ProblemException.parameters(
                List.of(Fault.parameter("since", "must be a number of entries of the log, from 1 to " + size)));
    }
}
