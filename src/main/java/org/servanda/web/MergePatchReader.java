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
     * @throws Refusal when it names what the document does not have, or with a wrong value
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
    public <T extends Record> Predicate<String> states(T former, T next, JsonNode patch, boolean dated) {
        JsonNode was = json.valueToTree(former);
        JsonNode is = json.valueToTree(next);
        return place -> {
            JsonPointer pointer = JsonPointer.compile(place);
            return dated ? names(patch, pointer) : !was.at(pointer).equals(is.at(pointer));
        };
    }

    /** A patch that takes away a whole names each of its parts. */
    private static boolean names(JsonNode patch, JsonPointer place) {
        if (place.matches()) return true;
        JsonNode next = patch.path(place.getMatchingProperty());
        if (next.isMissingNode()) return false;
        return next.isNull() || names(next, place.tail());
    }

    /**
     * The document after the patch.
     *
     * @throws Refusal when it is not one any more
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T former, JsonNode patch) {
        return binding.read(MergePatch.apply(json.valueToTree(former), patch), (Class<T>) former.getClass());
    }
}
