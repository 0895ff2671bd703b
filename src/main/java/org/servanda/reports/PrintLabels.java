package org.servanda.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.formats.CsvText;
import org.servanda.text.JsonText;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** Says fields and their values in words for people to read. What has no words is said as it stands. */
public record PrintLabels(Labels labels) {

    /** Fields that hold several codes. */
    private static final Set<String> LISTS =
            Set.of("otherAreas", "parties", "supporting", "supportingAssigned", "ownerStatedParties");

    /** @param path of a field as a dossier or the history names it, such as {@code parties/TH/status} */
    public String field(String path) {
        return Stream.of(path.split("/")).map(this::name).collect(Collectors.joining(" / "));
    }

    /** What one step of a path is called: a field, what happened to it, a party, or a type of link. */
    public String name(String step) {
        return field(labels.lang(), step).orElseGet(() -> unnamed(step));
    }

    /** The name of a field from the messages; a field in one language is called as the field, with the language. */
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

    /** @param path of the field that has this value */
    public String value(String path, String value) {
        String field = last(path);
        if (path.startsWith("outgoing/") || path.startsWith("incoming/")) return labels.word("confidence", value);
        if (LISTS.contains(field)) return several(CsvText.split(value).stream().map(each -> word(field, each)));
        return word(field, value);
    }

    /** The same, where what is no plain value is written as JSON. */
    public String valueOrJson(String path, String value) {
        return JsonText.tree(value)
                .filter(JsonNode::isContainerNode)
                .map(tree -> said(last(path), tree))
                .orElseGet(() -> value(path, value));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String said(String field, JsonNode node) {
        if (node.isArray())
            return several(StreamSupport.stream(node.spliterator(), false).map(each -> said(field, each)));
        if (!node.isObject()) return word(field, node.asText());
        if (isBilingual(node))
            return labels.text(node.path("zh").textValue(), node.path("en").textValue());
        return node.properties().stream()
                .map(its -> {
                    String value = said(its.getKey(), its.getValue());
                    return value.isEmpty() ? null : labels.message("value.named", name(its.getKey()), value);
                })
                .filter(Objects::nonNull)
                .reduce((before, next) -> labels.message("value.nextField", before, next))
                .orElse("");
    }

    private static boolean isBilingual(JsonNode object) {
        return !object.isEmpty()
                && object.properties().stream()
                        .allMatch(its -> List.of("zh", "en").contains(its.getKey())
                                && its.getValue().isTextual());
    }

    private String several(Stream<String> values) {
        return values.reduce((before, next) -> labels.message("value.nextItem", before, next))
                .orElse("");
    }

    private String word(String field, String value) {
        return switch (field) {
            case "area", "otherAreas" -> labels.area(value);
            case "party",
                    "parties",
                    "supporting",
                    "supportingAssigned",
                    "assigned",
                    "history",
                    "ownerAssigned",
                    "ownerStatedParties",
                    "lastReportParty" -> labels.party(value);
            case "dropped" -> labels.message(value.equals("true") ? "value.yes" : "value.no");
            case "percent" -> labels.message("value.percent", value);
            // The basis of a time frame; that of a link is a text.
            case "basis", "direction" -> name(value);
            case "stated", "ownerStated", "how" -> labels.word("ownerHow", value);
            case "statusBasis" -> labels.word("confidence", value);
            case "precision" -> labels.word("datePrecision", value);
            case "result" -> labels.word("assessment", value);
            case "decision" -> labels.word("updateState", value);
            case "type" -> labels.word("linkType", value);
            // The title of evidence stands beside its source; titles of other things are texts.
            case "title" -> labels.word("sourceClass", value);
            case "divergences" -> labels.word("divergenceKind", value);
            // Lists that share no word, or the same words with the same names.
            case "status" -> labels.word("partyStatus", labels.word("status", value));
            case "kind" -> labels.word("kind", labels.word("divergenceKind", value));
            case "state" -> labels.word("updateState", labels.word("milestoneState", value));
            default -> labels.word(field, value);
        };
    }
}
