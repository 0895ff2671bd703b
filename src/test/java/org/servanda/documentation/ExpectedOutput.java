package org.servanda.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer as a document shows it. {@code …} stands for anything, within quotation marks for anything up to the next
 * one. What differs from run to run matches whatever has its form: moments with a fraction of a second, keys and their
 * ids, who signs on, roots and signatures of the log. The day behind {@code asOf} may be today. All else stands for
 * itself, from the first character to the last; in json, white space outside of strings does not count.
 */
final class ExpectedOutput {

    private static final String ANYTHING = "…";
    private static final String WITHIN_QUOTES = "(?:[^\"\\\\\\n]|\\\\.)*";

    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d";

    /** What differs from run to run. */
    private static final List<Form> FORMS = List.of(
            // One of zero microseconds is written without a fraction.
            new Form(Pattern.compile(MOMENT + "\\.\\d+Z"), MOMENT + "(?:\\.\\d+)?Z"),
            Form.of("", "svd_\\w+"),
            Form.of("(?<=\"id\":\"|admin/|auditor/|secretariat/|/[A-Z]{2,12}/)", "[0-9a-z]{10}(?![0-9a-z])"),
            Form.of("(?<=oidc:)", "[0-9a-f]{20}"),
            Form.of("", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            Form.of("(?<=servanda\\.example/log\\+)", "[0-9a-f]{8}"),
            // With a capital, since digests in hexadecimal stand for themselves.
            Form.of("(?<![\\w+/.-])", "(?=[a-z0-9+/]*[A-Z])[A-Za-z0-9+/]{40,}={0,2}"));

    private static final Pattern DAY = Pattern.compile("(?<=asOf\":\"|As-Of: |as of {5})\\d{4}-\\d\\d-\\d\\d");

    private final boolean json;
    private final String text;
    private final Set<String> today;

    /**
     * @param json whether white space outside of strings is left out of account
     * @param today the day on which was asked; two when it was midnight
     */
    ExpectedOutput(boolean json, String text, Set<String> today) {
        this.json = json;
        this.text = text;
        this.today = today;
    }

    /** @param pattern of what may stand in the place of what is shown */
    private record Form(Pattern shown, String pattern) {

        /** @param behind what must stand before it */
        static Form of(String behind, String pattern) {
            return new Form(Pattern.compile(behind + pattern), pattern);
        }
    }

    /** What stands between two places where anything may stand. */
    private static final class Piece {

        final StringBuilder shown = new StringBuilder();
        final StringBuilder pattern = new StringBuilder();

        void add(String shown, String pattern) {
            this.shown.append(shown);
            this.pattern.append(pattern);
        }
    }

    /** What is not as expected; empty when all is. */
    Optional<String> difference(String actual) {
        String told = normal(actual);
        List<Piece> pieces = pieces();
        int at = 0;
        for (int number = 0; number < pieces.size(); number++) {
            Piece piece = pieces.get(number);
            String end = number == pieces.size() - 1 ? "\\z" : "";
            Matcher matcher = Pattern.compile(piece.pattern + end).matcher(told).region(at, told.length());
            if (!(number == 0 ? matcher.lookingAt() : matcher.find()))
                return Optional.of("not found: " + piece.shown + "\nbehind: " + told.substring(0, at));
            at = matcher.end();
        }
        return Optional.empty();
    }

    /** For a program that says more than is shown: the first line that does not come behind the ones before it. */
    Optional<String> missingLine(String actual) {
        List<String> told = actual.lines().toList();
        int at = 0;
        for (String shown : normal(text).lines().toList()) {
            ExpectedOutput line = new ExpectedOutput(json, shown, today);
            while (at < told.size() && line.difference(told.get(at)).isPresent()) at++;
            if (at++ == told.size()) return Optional.of("not found: " + shown);
        }
        return Optional.empty();
    }

    private String normal(String output) {
        if (!json)
            return output.lines()
                    .map(String::stripTrailing)
                    .collect(Collectors.joining("\n"))
                    .strip();
        StringBuilder kept = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < output.length(); at++) {
            quoted = quotedAfter(quoted, output, at);
            char character = output.charAt(at);
            if (quoted || !Character.isWhitespace(character)) kept.append(character);
        }
        return kept.toString();
    }

    /** No string goes over the end of a line. */
    private static boolean quotedAfter(boolean quoted, String output, int at) {
        char character = output.charAt(at);
        if (character == '\n') return false;
        boolean escaped = quoted && output.charAt(at - 1) == '\\';
        return quoted ^ (character == '"' && !escaped);
    }

    private List<Piece> pieces() {
        String shown = normal(text);
        List<Piece> pieces = new ArrayList<>(List.of(new Piece()));
        boolean quoted = false;
        for (int at = 0; at < shown.length(); ) {
            Piece piece = pieces.get(pieces.size() - 1);
            Optional<Piece> form = form(shown, at);
            if (shown.startsWith(ANYTHING, at)) {
                if (quoted) piece.add(ANYTHING, WITHIN_QUOTES);
                else pieces.add(new Piece());
                at += ANYTHING.length();
            } else if (form.isPresent()) {
                piece.add(form.get().shown.toString(), form.get().pattern.toString());
                at += form.get().shown.length();
            } else {
                quoted = quotedAfter(quoted, shown, at);
                String character = shown.substring(at, at + 1);
                piece.add(character, Pattern.quote(character));
                at++;
            }
        }
        return pieces;
    }

    /** What begins here and differs from run to run. */
    private Optional<Piece> form(String shown, int at) {
        List<Form> forms = new ArrayList<>(FORMS);
        Matcher day = DAY.matcher(shown).useTransparentBounds(true).region(at, shown.length());
        if (day.lookingAt()) forms.add(0, new Form(DAY, "(?:" + day.group() + "|" + String.join("|", today) + ")"));
        for (Form form : forms) {
            Matcher matcher =
                    form.shown.matcher(shown).useTransparentBounds(true).region(at, shown.length());
            if (!matcher.lookingAt()) continue;
            Piece piece = new Piece();
            piece.add(matcher.group(), form.pattern);
            return Optional.of(piece);
        }
        return Optional.empty();
    }
}
