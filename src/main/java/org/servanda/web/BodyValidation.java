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
    public static final int MAX_REASON_LENGTH = 4_000;

    private final List<Fault> faults = new ArrayList<>();

    public void fault(String pointer, String message) {
        faults.add(Fault.body(pointer, message));
    }

    public boolean required(Object value, String pointer) {
        if (value == null) fault(pointer, "is missing");
        return value != null;
    }

    /** A title is in both languages, so that every reader has one. */
    public void bothLanguages(Bilingual bilingual, String pointer) {
        if (required(bilingual, pointer) && !bilingual.complete()) fault(pointer, "needs zh and en");
    }

    public void length(Bilingual text, int maxLength, String pointer) {
        if (text == null) return;
        length(text.zh(), maxLength, pointer + "/zh");
        length(text.en(), maxLength, pointer + "/en");
    }

    /** A text of one line, such as a title: what would read as another one is refused. */
    public void line(Bilingual text, int maxLength, String pointer) {
        if (text == null) return;
        line(text.zh(), maxLength, pointer + "/zh");
        line(text.en(), maxLength, pointer + "/en");
    }

    public void line(String text, int maxLength, String pointer) {
        length(text, maxLength, pointer);
        Fault.line(text, pointer).ifPresent(faults::add);
    }

    public void length(String text, int maxLength, String pointer) {
        if (longer(text, maxLength)) fault(pointer, "is longer than " + maxLength + " characters");
    }

    public void reason(String reason) {
        length(reason, MAX_REASON_LENGTH, "/reason");
    }

    public static boolean longer(String text, int maxLength) {
        return text != null && Characters.length(text) > maxLength;
    }

    /** Whether it is one of those that are known, or none was named. */
    public boolean code(String code, List<String> knownCodes, String noun, String pointer) {
        boolean valid = code == null || knownCodes.contains(code);
        if (!valid)
            faults.add(Fault.body(pointer, "there is no " + noun + " " + code).allowing(knownCodes, code));
        return valid;
    }

    public void codes(List<String> codes, List<String> knownCodes, String noun, String pointer) {
        if (codes == null) return;
        for (int i = 0; i < codes.size(); i++) {
            if (required(codes.get(i), pointer + "/" + i)) code(codes.get(i), knownCodes, noun, pointer + "/" + i);
        }
        if (new HashSet<>(codes).size() < codes.size()) fault(pointer, "names one twice");
    }

    public void throwIfInvalid() {
        if (!faults.isEmpty()) throw problem();
    }

    public ProblemException problem() {
        return ProblemException.body(faults);
    }
}
