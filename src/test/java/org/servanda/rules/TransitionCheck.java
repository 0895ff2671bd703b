package org.servanda.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.servanda.rules.ExpectedResponse.Faults;
import org.servanda.rules.Fact.Reported;

/** The moves that an update makes, or makes of the updates behind it. */
final class TransitionCheck {

    private static final String WHOLE = "";

    /**
     * An update and the one before it on a course.
     *
     * @param course the party, or nothing for the whole
     * @param before null when the text comes before
     */
    private record Move(String course, OracleUpdate before, OracleUpdate report) {}

    private final KnownEvents known;
    private final KnownEvents after;
    private final Reported made;

    TransitionCheck(KnownEvents known, KnownEvents after, Reported made) {
        this.known = known;
        this.after = after;
        this.made = made;
    }

    // Rule 2.7: the updates before and behind it are those that the rule of its own day reads.
    void findIllegal(Faults faults) {
        String rule = new EditRules(after).rollUp(made.day());
        Set<Move> changed = moves(after, rule);
        changed.removeAll(moves(known, rule));
        changed.stream().filter(this::isOfItsCourses).forEach(move -> judge(move, faults));
        known.countingReport(made.corrects()).ifPresent(corrected -> findGap(corrected, faults));
    }

    // Rule 3.6: what followed on the corrected report, as the rule of its day reads it.
    private void findGap(OracleUpdate corrected, Faults faults) {
        String rule = new EditRules(known).rollUp(corrected.day());
        Set<Move> now = moves(after, rule);
        for (Move old : moves(known, rule))
            if (corrected.equals(old.before))
                now.stream()
                        .filter(move -> move.course.equals(old.course) && move.report.equals(old.report))
                        .forEach(move -> judge(move, faults));
    }

    /** The courses of whom the new report, and the one that it corrects, speak for. */
    private boolean isOfItsCourses(Move move) {
        String rule = new EditRules(after).rollUp(made.day());
        for (OracleUpdate update : after.countingReports())
            if (update.said() == made && coursesOf(after, update, rule).contains(move.course)) return true;
        for (OracleUpdate update : known.countingReports())
            if (update.id().equals(made.corrects())
                    && coursesOf(known, update, rule).contains(move.course)) return true;
        return false;
    }

    /**
     * All moves of the updates that count.
     *
     * @param rule by which all are read
     */
    private static Set<Move> moves(KnownEvents view, String rule) {
        Set<Move> moves = new LinkedHashSet<>();
        StatusRules statuses = new StatusRules(view);
        for (OracleUpdate update : view.countingReports()) {
            for (String course : coursesOf(view, update, rule))
                moves.add(new Move(course, before(update, members(statuses, course, rule)), update));
        }
        return moves;
    }

    private static List<OracleUpdate> members(StatusRules statuses, String course, String rule) {
        return course.equals(WHOLE) ? statuses.ofTheWhole() : statuses.ofParty(course, rule);
    }

    // Rules 2.7, 4.2 and 4.3: its party, the whole where it is about the whole, each party where it speaks for each.
    private static List<String> coursesOf(KnownEvents view, OracleUpdate update, String rule) {
        StatusRules statuses = new StatusRules(view);
        List<String> all = new ArrayList<>();
        if (rule.equals("lead") && statuses.countsForTheWholeUnderLead(update)) all.add(WHOLE);
        String word = view.wordOf(update);
        if (word != null) all.add(word);
        else if (!rule.equals("lead")) all.addAll(view.text().parties());
        return all;
    }

    private static OracleUpdate before(OracleUpdate update, List<OracleUpdate> course) {
        int place = course.indexOf(update);
        return place == 0 ? null : course.get(place - 1);
    }

    // Rules 2.8, 2.9 and 2.13
    private void judge(Move move, Faults faults) {
        String from = move.before == null ? after.text().status() : move.before.status();
        String to = move.report.status();
        if (!StatusTransitionTable.legal(from, to)) faults.add("2.7 " + from + " to " + to, 409);
        else if (StatusTransitionTable.reopens(from, to)) judgeReopening(move, faults);
    }

    // Rule 2.9
    private void judgeReopening(Move move, Faults faults) {
        boolean byFocalPoint = ActorName.party(made.submittedBy()) != null;
        OracleUpdate taken = move.report;
        if (!taken.bySecretariat()) faults.add("2.9", 403, 409);
        else if (!taken.said().reasoned()) faults.add("2.9", 409);
        else if (byFocalPoint && !reopenedBefore(move)) faults.add("2.9", 403, 409);
    }

    /** Whether the later report took up what was closed before the new one came, too. */
    private boolean reopenedBefore(Move move) {
        for (Move old : moves(known, new EditRules(known).rollUp(made.day()))) {
            if (!old.course.equals(move.course) || !old.report.equals(move.report)) continue;
            String from = old.before == null ? known.text().status() : old.before.status();
            if (StatusTransitionTable.reopens(from, old.report.status())) return true;
        }
        return false;
    }
}
