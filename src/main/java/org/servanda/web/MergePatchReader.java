package org.servanda.web;

import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.MergePatch;

/** Reads merge patches (RFC 7396) as strictly as any other body. */
@ApplicationScoped
public class MergePatchReader {

    private final ObjectMapper json;
    private final JsonBinding binding;

    MergePatchReader(ObjectMapper json, JsonBinding binding) {
        this.json = json;
        this.binding = binding;
    }

    /**
     * Reads the fields that the patch itself contains; the others are null.
     *
     * @throws ProblemException when the patch contains a field that the document does not have, or a wrong value
     */
    public <T extends Record> T read(JsonNode patch, Class<T> type) {
        if (!patch.isObject()) throw new ProblemException(ProblemType.INVALID_BODY, "A merge patch is a JSON object.");
        return binding.read(MergePatch.apply(null, patch), type);
    }

    /**
     * The fields of a document that a patch states (rules 10.2 and 11.1). A patch with a day states every field that it
     * contains, since it states what holds from that day on; a patch without a day states the fields that it changes.
     *
     * @param dated whether the patch contains the day from which it holds
     */
    public <T extends Record> Predicate<String> states(T before, T after, JsonNode patch, boolean dated) {
        JsonNode beforeTree = json.valueToTree(before);
        JsonNode afterTree = json.valueToTree(after);
        return place -> {
            JsonPointer pointer = JsonPointer.compile(place);
            return dated ? mentions(patch, pointer) : !beforeTree.at(pointer).equals(afterTree.at(pointer));
        };
    }

    /** Whether the patch contains a field; a patch that removes an object contains each of its fields. */
    private static boolean mentions(JsonNode patch, JsonPointer pointer) {
        if (pointer.matches()) return true;
        JsonNode next = patch.path(pointer.getMatchingProperty());
        if (next.isMissingNode()) return false;
        return next.isNull() || mentions(next, pointer.tail());
    }

    /**
     * Applies the patch and returns the new document.
     *
     * @throws ProblemException when the result is not a valid document
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T document, JsonNode patch) {
        return binding.read(MergePatch.apply(json.valueToTree(document), patch), (Class<T>) document.getClass());
    }
}
