package org.servanda.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.formats.CsvText;
import org.servanda.text.JsonText;
import org.servanda.text.Language;
import org.servanda.text.Messages;
import org.servanda.text.PrintedAs;

/**
 * Names of fields and labels of values for printed reports, in the language of the report. What has no label is printed as it is.
 */
public record PrintLabels(Labels labels) {

    /**
     * The name of a field.
     *
     * @param path as a dossier or the history has it, such as {@code parties/TH/status}
     */
    public String field(String path) {
        return Stream.of(path.split("/")).map(this::name).collect(Collectors.joining(" / "));
    }

    /** The name of one step of a path: a field, an event of the history, a party, or a type of link. */
    public String name(String step) {
        return field(labels.lang(), step).orElseGet(() -> unnamed(step));
    }

    /** The name of a field from the messages; a field in one language has that of the field, with the language. */
    private static Optional<String> field(Language lang, String field) {
        Optional<String> name = Messages.find("field." + field).map(text -> text.in(lang));
        if (name.isPresent()) return name;
        String stem = field.length() < 3 ? field : field.substring(0, field.length() - 2);
        return Messages.find("field." + stem).flatMap(text -> switch (field.substring(stem.length())) {
            case "Zh" -> Optional.of(Messages.in(lang, "field.inChinese", text.in(lang)));
            case "En" -> Optional.of(Messages.in(lang, "field.inEnglish", text.in(lang)));
            default -> Optional.<String>empty();
        });
    }

    private String unnamed(String step) {
        return Stream.of(labels.vocabulary(step), labels.party(step), labels.word("linkType", step))
                .filter(word -> !word.equals(step))
                .findFirst()
                .orElse(step);
    }

    /** A value in words. A list is a text as in a csv cell, joined by semicolons. */
    public String value(PrintedField field, String value) {
        return value(field.printedAs(), value);
    }

    /** A value in words; see {@link PrintedAs} for the first parameter, which is null for what is printed as it is. */
    public String value(String printedAs, String value) {
        if (printedAs == null) return value;
        return several(CsvText.split(value).stream().map(code -> word(printedAs, code)));
    }

    /** A value in words, where lists and objects are written as JSON. */
    public String valueOrJson(PrintedField field, String value) {
        return JsonText.tree(value)
                .filter(JsonNode::isContainerNode)
                .map(tree -> json(field, tree))
                .orElseGet(() -> value(field, value));
    }

    private String json(PrintedField field, JsonNode node) {
        if (node.isArray())
            return several(StreamSupport.stream(node.spliterator(), false).map(element -> json(field, element)));
        if (!node.isObject()) return value(field, node.asText());
        if (isBilingual(node))
            return labels.text(node.path("zh").textValue(), node.path("en").textValue());
        return node.properties().stream()
                .map(property -> {
                    String value = json(field.field(property.getKey()), property.getValue());
                    return value.isEmpty() ? null : labels.message("value.named", name(property.getKey()), value);
                })
                .filter(Objects::nonNull)
                .reduce((before, next) -> labels.message("value.nextField", before, next))
                .orElse("");
    }

    private static boolean isBilingual(JsonNode object) {
        return !object.isEmpty()
                && object.properties().stream()
                        .allMatch(property -> List.of("zh", "en").contains(property.getKey())
                                && property.getValue().isTextual());
    }

    private String several(Stream<String> values) {
        return values.reduce((before, next) -> labels.message("value.nextItem", before, next))
                .orElse("");
    }

    private String word(String printedAs, String code) {
        return switch (printedAs) {
            case PrintedAs.AREA -> labels.area(code);
            case PrintedAs.PARTY -> labels.party(code);
            case PrintedAs.PERCENT -> labels.message("value.percent", code);
            case PrintedAs.YES_NO -> labels.message(code.equals("true") ? "value.yes" : "value.no");
            case PrintedAs.FIELD -> name(code);
            default -> labels.word(printedAs, code);
        };
    }
}
