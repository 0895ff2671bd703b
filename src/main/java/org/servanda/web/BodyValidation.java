package org.servanda.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.servanda.text.Bilingual;
import org.servanda.text.Characters;
import org.servanda.web.Problem.Fault;

/** Validation of a JSON body: collects every fault with its place, so that all of them are reported in one answer. */
public final class BodyValidation {

    /** In characters: of why something is changed. */
    public static final int LONGEST_REASON = 4_000;

    private final List<Fault> faults = new ArrayList<>();

    public void fault(String pointer, String message) {
        faults.add(Fault.body(pointer, message));
    }

    public boolean given(Object value, String pointer) {
        if (value == null) fault(pointer, "is missing");
        return value != null;
    }

    /** A title is in both languages, so that every reader has one. */
    public void complete(Bilingual text, String pointer) {
        if (given(text, pointer) && !text.complete()) fault(pointer, "needs zh and en");
    }

    public void length(Bilingual text, int longest, String pointer) {
        if (text == null) return;
        length(text.zh(), longest, pointer + "/zh");
        length(text.en(), longest, pointer + "/en");
    }

    /** A text of one line, such as a title: what would read as another one is refused. */
    public void line(Bilingual text, int longest, String pointer) {
        if (text == null) return;
        line(text.zh(), longest, pointer + "/zh");
        line(text.en(), longest, pointer + "/en");
    }

    public void line(String text, int longest, String pointer) {
        length(text, longest, pointer);
        Fault.line(text, pointer).ifPresent(faults::add);
    }

    public void length(String text, int longest, String pointer) {
        if (longer(text, longest)) fault(pointer, "is longer than " + longest + " characters");
    }

    public void reason(String reason) {
        length(reason, LONGEST_REASON, "/reason");
    }

    public static boolean longer(String text, int longest) {
        return text != null && Characters.length(text) > longest;
    }

    /** Whether it is one of those that are known, or none was named. */
    public boolean code(String code, List<String> known, String noun, String pointer) {
        boolean right = code == null || known.contains(code);
        if (!right)
            faults.add(Fault.body(pointer, "there is no " + noun + " " + code).allowing(known, code));
        return right;
    }

    public void codes(List<String> codes, List<String> known, String noun, String pointer) {
        if (codes == null) return;
        for (int i = 0; i < codes.size(); i++) {
            if (given(codes.get(i), pointer + "/" + i)) code(codes.get(i), known, noun, pointer + "/" + i);
        }
        if (new HashSet<>(codes).size() < codes.size()) fault(pointer, "names one twice");
    }

    public void refuse() {
        if (!faults.isEmpty()) throw refusal();
    }

    public ProblemException refusal() {
        return ProblemException.body(faults);
    }
}
