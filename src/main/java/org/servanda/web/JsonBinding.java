package org.servanda.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.web.Problem.Fault;

/** Binds JSON to records, or refuses it with every fault in it and the JSON Pointer of each. */
@ApplicationScoped
class JsonBinding {

    /** How many faults are reported at most: each one costs another reading, and a client corrects a few at a time. */
    private static final int MAX_FAULTS = 50;

    private final ObjectMapper json;
    private final ObjectReader trees;

    JsonBinding(ObjectMapper json) {
        this.json = json;
        // As a double, 99.99999999999999999 would become 100.
        this.trees = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws ProblemException when the text is not exactly one JSON value, or an object has the same field twice */
    JsonNode parse(String text) {
        try (JsonParser parser = json.createParser(text)) {
            return parse(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is readable", e);
        }
    }

    private JsonNode parse(JsonParser parser) throws IOException {
        try {
            JsonNode tree = trees.readTree(parser);
            if (parser.nextToken() == null) return tree;
            throw malformed("something follows its end", "", parser);
        } catch (StreamConstraintsException e) {
            // Jackson does not know the name that is too long, and the last known name is not at fault: so the parent
            // is named.
            String pointer = parser.getParsingContext().getParent() == null
                    ? ""
                    : parser.getParsingContext().getParent().pathAsPointer().toString();
            throw malformed("a name or number is too long, or it is nested too deeply", pointer, parser);
        } catch (JsonProcessingException e) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
            throw malformed(twice ? "stands twice in one object" : "not well-formed JSON", pointer, parser);
        }
    }

    private static ProblemException malformed(String message, String pointer, JsonParser parser) {
        Fault fault = Fault.body(pointer, message);
        return new ProblemException(
                ProblemType.MALFORMED_BODY,
                fault.place() + ": " + message + " (line "
                        + parser.currentLocation().getLineNr() + ")",
                List.of(fault));
    }

    /**
     * Binds a tree to a type. A faulty value is removed and the rest is read again, so that all faults are reported at
     * once.
     *
     * @return null when the tree is null
     */
    <T> T read(JsonNode tree, Class<T> type) {
        List<Fault> faults = new ArrayList<>();
        List<JsonPointer> nullPointers = NullValues.in(tree, type);
        JsonNode remaining = nullPointers.isEmpty() ? tree : tree.deepCopy();
        for (JsonPointer pointer : nullPointers) {
            faults.add(Fault.body(pointer.toString(), NullValues.MESSAGE));
            remove(remaining, pointer);
        }
        for (int round = 0; round < MAX_FAULTS; round++) {
            try {
                T value = json.treeToValue(remaining, type);
                if (faults.isEmpty()) return value;
                break;
            } catch (JsonMappingException e) {
                if (remaining == tree) remaining = tree.deepCopy();
                Fault fault = BindingFault.of(e);
                if (!isConsequence(e, fault, faults)) faults.add(fault);
                if (!remove(remaining, JsonPointer.compile(JsonPointers.to(e)))) break;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("what was parsed is JSON", e);
            }
        }
        throw ProblemException.body(faults);
    }

    /** Whether an object is refused only because a faulty part was removed from it. */
    private static boolean isConsequence(JsonMappingException e, Fault fault, List<Fault> faults) {
        return e instanceof ValueInstantiationException
                && faults.stream().anyMatch(part -> part.pointer().startsWith(fault.pointer() + "/"));
    }

    /** Removes a value. In an array it becomes null, so that the indexes of the later items stay the same. */
    private static boolean remove(JsonNode tree, JsonPointer pointer) {
        if (pointer.matches()) return false;
        JsonNode parent = tree.at(pointer.head());
        if (parent instanceof ObjectNode object)
            return object.remove(pointer.last().getMatchingProperty()) != null;
        return parent instanceof ArrayNode array
                && !array.set(pointer.last().getMatchingIndex(), array.nullNode())
                        .isNull();
    }
}
