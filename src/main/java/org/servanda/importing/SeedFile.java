package org.servanda.importing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import org.servanda.text.Bilingual;
import org.servanda.text.Characters;
import org.servanda.text.Language;
import org.servanda.web.JsonPointers;
import org.servanda.web.Problem.Fault;
import org.servanda.web.StrictDeserializers;
import org.servanda.web.StrictTextReader;

/**
 * A YAML file of seeds, with the line of every node, so that each fault is listed with its line. An entry that cannot be read
 * is a fault, and reading goes on with the next entry.
 */
class SeedFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new StrictDeserializers())
            .addModule(StrictTextReader.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** An entry of the file and its place (JSON Pointer). */
    record Entry<T>(T value, String pointer) {}

    private final String name;
    private final List<SeedFault> faults;
    private final Map<String, Integer> lines = new TreeMap<>();
    private final JsonNode root;

    SeedFile(String name, String text, List<SeedFault> faults) {
        this.name = name;
        this.faults = faults;
        this.root = parse(text);
    }

    /** A file that does not exist: one fault, and no entries. */
    SeedFile(String name, List<SeedFault> faults) {
        this.name = name;
        this.faults = faults;
        this.root = JsonNodeFactory.instance.missingNode();
        fault("", "the file is missing");
    }

    private JsonNode parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node != null) return json(node, "");
            fault("", "the file is empty");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new SeedFault(name, line, "not readable as YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            // Aliases, forbidden characters, endless nesting: the parser gives no line.
            String problem = e.getMessage().lines().findFirst().orElse("");
            faults.add(new SeedFault(name, 1, "not readable as YAML: " + problem));
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private JsonNode json(Node node, String pointer) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                    fault(pointer, "a name must be a word");
                    continue;
                }
                String key = name.getValue();
                String place = pointer + "/" + key;
                if (object.has(key)) {
                    lines.put(place, entry.getKeyNode().getStartMark().getLine() + 1);
                    fault(place, key + " stands here twice");
                }
                object.set(key, json(entry.getValueNode(), place));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) array.add(json(item, pointer + "/" + array.size()));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    /** Reads null, true, false and whole numbers; a date stays text, since the record that it is read into knows the type. */
    private static JsonNode scalar(ScalarNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node.getTag().equals(Tag.NULL)) return make.nullNode();
        // YAML also reads yes, no, on and off as booleans, and 010 as eight; here they stay text.
        if (node.getTag().equals(Tag.BOOL) && node.getValue().matches("true|false"))
            return make.booleanNode(node.getValue().equals("true"));
        if (node.getTag().equals(Tag.INT) && node.getValue().matches("0|-?[1-9]\\d{0,8}"))
            return make.numberNode(Integer.parseInt(node.getValue()));
        return make.textNode(node.getValue());
    }

    /** Adds a fault at the line of {@code pointer}, or of the nearest node around it. */
    void fault(String pointer, String message) {
        String nearest = pointer;
        while (!lines.containsKey(nearest) && !nearest.isEmpty())
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        faults.add(new SeedFault(name, lines.getOrDefault(nearest, 1), message));
    }

    /** Adds a fault where a name or title is not one line, or holds a character that makes it look like another text. */
    void line(Bilingual text, String pointer) {
        for (Language lang : Language.values()) {
            String value = text.in(lang);
            if (value == null) continue;
            Characters.trap(value).ifPresent(trap -> fault(pointer + "/" + lang, Fault.trap(trap)));
        }
    }

    /** Entries of a file that is one list. */
    <T extends Record> List<Entry<T>> list(Class<T> type) {
        return list("", type);
    }

    /** Entries of the list at {@code pointer}; none where there is no list. */
    <T extends Record> List<Entry<T>> list(String pointer, Class<T> type) {
        JsonNode list = root.at(pointer);
        List<Entry<T>> entries = new ArrayList<>();
        if (list.isMissingNode()) return entries;
        if (!list.isArray()) {
            fault(pointer, "must be a list");
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = pointer + "/" + i;
            read(list.get(i), place, type).ifPresent(entries::add);
        }
        return entries;
    }

    /** The object of a file that is one object, without the keys that are read separately. */
    <T extends Record> Optional<Entry<T>> object(Class<T> type, String... without) {
        if (root.isMissingNode()) return Optional.empty();
        if (!root.isObject()) {
            fault("", "must be a mapping of names to values");
            return Optional.empty();
        }
        ObjectNode object = root.deepCopy();
        return read(object.remove(Arrays.asList(without)), "", type);
    }

    /** Words of a file that is a list of words, each word once. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (root.isMissingNode()) return words;
        if (!root.isArray()) fault("", "must be a list");
        for (int i = 0; root.isArray() && i < root.size(); i++) {
            String word = root.get(i).isTextual() ? root.get(i).textValue() : null;
            if (word == null) fault("/" + i, "must be a word");
            else if (words.contains(word)) fault("/" + i, word + " is used twice");
            else words.add(word);
        }
        return words;
    }

    private <T extends Record> Optional<Entry<T>> read(JsonNode node, String place, Class<T> type) {
        try {
            T value = JSON.treeToValue(node, type);
            if (value == null) {
                fault(place, "is empty");
                return Optional.empty();
            }
            Map<String, String> missing = RequiredFields.missing(value);
            missing.forEach((pointer, field) -> fault(place + pointer, field + " is missing"));
            return missing.isEmpty() ? Optional.of(new Entry<>(value, place)) : Optional.empty();
        } catch (JsonMappingException e) {
            String pointer = JsonPointers.to(e);
            JsonNode unread = node.at(pointer);
            boolean missing = unread.isMissingNode() || unread.isNull();
            fault(
                    place + pointer,
                    missing
                            ? pointer.substring(pointer.lastIndexOf('/') + 1) + " is missing"
                            : SeedErrorMessages.of(e));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            fault(place, e.getOriginalMessage());
        }
        return Optional.empty();
    }
}
