package org.servanda.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.servanda.text.Bilingual;
import org.servanda.text.Characters;
import org.servanda.web.Problem.Fault;

/** Validation of a JSON body. It collects every fault with its pointer, so that one response reports all of them. */
public final class BodyValidation {

    /** In characters: the longest reason for a change. */
    public static final int MAX_REASON_LENGTH = 4_000;

    private final List<Fault> faults = new ArrayList<>();

    public void fault(String pointer, String message) {
        faults.add(Fault.body(pointer, message));
    }

    public boolean required(Object value, String pointer) {
        if (value == null) fault(pointer, "is missing");
        return value != null;
    }

    /** Requires both languages, as for a title, so that every reader can read it. */
    public void bothLanguages(Bilingual bilingual, String pointer) {
        if (required(bilingual, pointer) && !bilingual.complete()) fault(pointer, "needs zh and en");
    }

    public void length(Bilingual text, int maxLength, String pointer) {
        if (text == null) return;
        length(text.zh(), maxLength, pointer + "/zh");
        length(text.en(), maxLength, pointer + "/en");
    }

    /** Requires a text of one line, such as a title: characters that would start another line are refused. */
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

    /** Whether the code is a known one or null; an unknown code is added as a fault. */
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
