package org.servanda.web;

import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.MergePatch;

/** Reads merge patches (RFC 7396) of documents as strictly as any other body. */
@ApplicationScoped
public class MergePatchReader {

    private final ObjectMapper json;
    private final JsonBinding binding;

    MergePatchReader(ObjectMapper json, JsonBinding binding) {
        this.json = json;
        this.binding = binding;
    }

    /**
     * What a patch itself says, the rest null.
     *
     * @throws ProblemException when it names what the document does not have, or with a wrong value
     */
    public <T extends Record> T read(JsonNode patch, Class<T> type) {
        if (!patch.isObject()) throw new ProblemException(ProblemType.INVALID_BODY, "A merge patch is a JSON object.");
        return binding.read(MergePatch.apply(null, patch), type);
    }

    /**
     * The places in a document that a patch states (rules 10.2 and 11.1): those it names where it says from which day, since it says what holds
     * from that day on; else those that it makes another.
     *
     * @param dated whether the patch says from which day
     */
    public <T extends Record> Predicate<String> states(T before, T after, JsonNode patch, boolean dated) {
        JsonNode beforeTree = json.valueToTree(before);
        JsonNode afterTree = json.valueToTree(after);
        return place -> {
            JsonPointer pointer = JsonPointer.compile(place);
            return dated ? mentions(patch, pointer) : !beforeTree.at(pointer).equals(afterTree.at(pointer));
        };
    }

    /** A patch that takes away a whole names each of its parts. */
    private static boolean mentions(JsonNode patch, JsonPointer pointer) {
        if (pointer.matches()) return true;
        JsonNode next = patch.path(pointer.getMatchingProperty());
        if (next.isMissingNode()) return false;
        return next.isNull() || mentions(next, pointer.tail());
    }

    /**
     * The document after the patch.
     *
     * @throws ProblemException when it is not one any more
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T document, JsonNode patch) {
        return binding.read(MergePatch.apply(json.valueToTree(document), patch), (Class<T>) document.getClass());
    }
}
