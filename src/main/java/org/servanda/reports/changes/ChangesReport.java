package org.servanda.reports.changes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.search.CommitmentScan;
import org.servanda.commitments.search.CommitmentScan.ScannedCommitment;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.formats.Column;
import org.servanda.formats.Columns;
import org.servanda.formats.CsvText;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.reports.LabelReader;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.reports.changes.ChangeRow.ChangeKind;
import org.servanda.reports.status.StatusRow;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/**
 * The changes report: what differs between two read points. A commitment entered the filter, left it, or changed. Reads both
 * states side by side in the order of codes, so that it never holds a whole state in memory.
 */
@ApplicationScoped
public class ChangesReport {

    private static final Bilingual TITLE = Messages.of("changes.title");

    /** Columns that are not compared, since every row has them (rule 12.4). */
    private static final Set<String> BESIDE = Set.of("code", "entry", "recordedAt");

    private static final String LABEL = "Label";

    private static final Columns COLUMNS = Columns.of(StatusRow.class);
    private static final List<String> NAMES =
            COLUMNS.all().stream().map(Column::name).toList();

    /** The fields that a change can name. */
    public static final Set<String> COMPARED = NAMES.stream()
            .filter(name -> !BESIDE.contains(name) && !name.endsWith(LABEL))
            .collect(Collectors.toUnmodifiableSet());

    private final ReadPoints readPoints;
    private final CommitmentScan scan;
    private final LabelReader labels;

    ChangesReport(ReadPoints readPoints, CommitmentScan scan, LabelReader labels) {
        this.readPoints = readPoints;
        this.scan = scan;
        this.labels = labels;
    }

    /** @param from the earlier read point; the selection has the later one */
    Report<ChangeRow> of(ReadPoint from, CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "changes",
                TITLE,
                ChangeRow.class,
                selection.at(),
                selection.query(),
                "fromAsOf=" + from.asOf() + "&fromKnownAt=" + from.revision(),
                (at, taker) -> {
                    ReadPoint earlier = readPoints.atCursor(from, from.asOf(), from.revision());
                    compare(scan.iterator(selection.at(earlier)), scan.iterator(selection.at(at)), words, taker);
                },
                document -> new ChangesSheet(document, words, from));
    }

    private static void compare(
            Iterator<ScannedCommitment> before,
            Iterator<ScannedCommitment> after,
            Labels words,
            Consumer<ChangeRow> taker) {
        ScannedCommitment old = next(before);
        ScannedCommitment now = next(after);
        while (old != null || now != null) {
            int order = now == null ? -1 : old == null ? 1 : old.place().compareTo(now.place());
            if (order < 0) {
                StatusRow was = StatusRow.of(old.view(), words);
                taker.accept(row(was, ChangeKind.left, "status", was.status().name(), null, was.statusLabel(), null));
            } else if (order > 0) {
                StatusRow is = StatusRow.of(now.view(), words);
                taker.accept(
                        row(is, ChangeKind.entered, "status", null, is.status().name(), null, is.statusLabel()));
            } else
                differences(StatusRow.of(old.view(), words), StatusRow.of(now.view(), words))
                        .forEach(taker);
            if (order <= 0) old = next(before);
            if (order >= 0) now = next(after);
        }
    }

    private static ScannedCommitment next(Iterator<ScannedCommitment> walk) {
        return walk.hasNext() ? walk.next() : null;
    }

    private static List<ChangeRow> differences(StatusRow was, StatusRow is) {
        List<Object> before = COLUMNS.cells(was);
        List<Object> after = COLUMNS.cells(is);
        List<ChangeRow> found = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            if (!COMPARED.contains(name) || Objects.equals(before.get(i), after.get(i))) continue;
            int label = NAMES.indexOf(name + LABEL);
            found.add(row(
                    is,
                    ChangeKind.changed,
                    name,
                    text(before.get(i)),
                    text(after.get(i)),
                    label < 0 ? null : text(before.get(label)),
                    label < 0 ? null : text(after.get(label))));
        }
        return found;
    }

    private static ChangeRow row(
            StatusRow row,
            ChangeKind changeKind,
            String field,
            String before,
            String after,
            String beforeLabel,
            String afterLabel) {
        return new ChangeRow(
                row.code(),
                row.instrument(),
                row.titleZh(),
                row.titleEn(),
                changeKind,
                field,
                before,
                after,
                beforeLabel,
                afterLabel,
                row.entry());
    }

    private static String text(Object cell) {
        if (cell instanceof List<?> words)
            return words.isEmpty()
                    ? null
                    : CsvText.join(words.stream().map(Object::toString).toList());
        return cell == null ? null : cell.toString();
    }
}
