package org.servanda.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.MergePatch;

/** Reads merge patches (RFC 7396) of documents as strictly as any other body. */
@ApplicationScoped
public class MergePatches {

    private final ObjectMapper json;

    MergePatches(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a patch itself says, the rest null.
     *
     * @throws JsonProcessingException when it names what the document does not have, or with a wrong value
     */
    public <T extends Record> T read(JsonNode patch, Class<T> type) throws JsonProcessingException {
        if (!patch.isObject()) throw new Refusal(Reason.INVALID_BODY, "A merge patch is a JSON object.");
        return json.treeToValue(MergePatch.apply(null, patch), type);
    }

    /**
     * The document after the patch.
     *
     * @throws JsonProcessingException when it is not one any more
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T former, JsonNode patch) throws JsonProcessingException {
        return json.treeToValue(MergePatch.apply(json.valueToTree(former), patch), (Class<T>) former.getClass());
    }
}
