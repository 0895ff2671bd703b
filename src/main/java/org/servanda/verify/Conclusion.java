package org.servanda.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What the verifier says about a bundle that holds: what was proved, whose word it rests on, and what no bundle can prove.
 *
 * @param kept the older checkpoint with which the log was compared; null without one
 * @param entryCount how many entries were proved
 * @param searchesWords whether the filter searches for words, which no entry proves
 */
record Conclusion(
        Manifest manifest,
        Checkpoint checkpoint,
        Trust trust,
        KeptCheckpoint kept,
        long entryCount,
        boolean searchesWords) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("This bundle holds.");
        lines.add("");
        lines.add("  report    " + manifest.report() + ", labels in " + manifest.lang() + ", "
                + (manifest.filter().isEmpty() ? "without a filter" : "filter " + manifest.filter()));
        lines.add("  address   " + manifest.address());
        lines.add("  as of     " + manifest.asOf());
        lines.add("  known at  " + manifest.knownAt() + ", revision " + manifest.revision());
        lines.add("  holds     " + manifest.items().size() + " rows, " + entryCount + " entries");
        lines.add("  log       " + checkpoint.origin() + ", " + checkpoint.size() + " entries, root "
                + checkpoint.root());
        lines.add("");
        lines.add("PROVED");
        for (String sentence : proved()) lines.add("  - " + sentence);
        lines.add("");
        lines.add("TRUST: " + trust.mode());
        for (String sentence : trust.sentences()) lines.add("  " + sentence);
        lines.add("");
        lines.add("NOT PROVED, and no bundle can prove it");
        for (String sentence : notProved()) lines.add("  - " + sentence);
        return lines;
    }

    private List<String> proved() {
        List<String> proved = new ArrayList<>();
        proved.add("report.csv and report.json say the same, cell by cell, in "
                + manifest.items().size() + " rows.");
        proved.add(
                "Each row follows from the entries in this bundle: status, dates, owner, time frame, schedule, freshness,"
                        + " assurance, assessment, last report, evidence, labels and origin were worked out anew by replay.");
        proved.add("Each row meets the filter" + (searchesWords ? ", but for its words searched for (q)." : "."));
        proved.add("Each of the " + entryCount + " entries is, to the byte, in the log that the checkpoint names.");
        if (kept != null)
            proved.add("The log only grew, from the " + kept.checkpoint().size() + " entries of " + kept.file() + " to "
                    + checkpoint.size() + ": nothing that was recorded then has been changed or taken out.");
        return proved;
    }

    private List<String> notProved() {
        List<String> notProved = new ArrayList<>();
        if (kept == null)
            notProved.add(
                    "That the log of this bundle is the one you saw before: give --since with a checkpoint that you"
                            + " kept.");
        if (searchesWords) notProved.add("That each row holds the words that were searched for (q).");
        notProved.add("That no other commitment met the filter: a bundle shows what is in it, not what is not.");
        notProved.add("That nothing else was recorded about these commitments: whoever holds the whole log"
                + " (GET /api/v1/log/entries) can check that, since every entry has its number.");
        notProved.add("What stands in entries that are not public: reports that wait or were sent back, keys, files.");
        notProved.add("That the register shows everyone the same history: compare the checkpoint above with one that"
                + " someone else was given.");
        notProved.add(
                "That what was reported is true. It proves who recorded what, when, and that it was not changed since.");
        return notProved;
    }
}
