package org.servanda.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import org.servanda.web.WeightedList.Element;

/**
 * The media types that a client accepts, read from its Accept header (RFC 9110, 12.5.1). Parameters of a type are
 * ignored.
 */
public final class AcceptedTypes {

    private static final String ANY = "*/*";

    private final List<Element> ranges;

    private AcceptedTypes(List<Element> ranges) {
        this.ranges = ranges;
    }

    /** @param accept the header; null or blank means that every type is accepted */
    public static AcceptedTypes of(String accept) {
        boolean silent = accept == null || accept.isBlank();
        return new AcceptedTypes(WeightedList.of(silent ? ANY : accept).elements());
    }

    /**
     * The offered item whose media type has the greatest weight, the first one of equal weight; empty when no type is
     * accepted.
     */
    public <T> Optional<T> best(Collection<T> offered, Function<T, String> mediaType) {
        return offered.stream()
                .filter(candidate -> weight(mediaType.apply(candidate)).orElse(0) > 0)
                // min with the negated weight takes the first of equal weights; max would take the last.
                .min(Comparator.comparingInt(
                        candidate -> -weight(mediaType.apply(candidate)).orElse(0)));
    }

    /** Whether the header excludes this type with weight 0. A type that the header does not name is not excluded. */
    public boolean refuses(String mediaType) {
        return weight(mediaType).orElse(1) == 0;
    }

    /** The weight of the most exact range that covers the type; empty when no range covers it. */
    private OptionalInt weight(String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String allSubtypes = type.replaceFirst("/.*", "/*");
        for (String range : List.of(type, allSubtypes, ANY)) {
            OptionalInt weight = ranges.stream()
                    .filter(element -> element.name().equals(range))
                    .mapToInt(Element::weight)
                    .max();
            if (weight.isPresent()) return weight;
        }
        return OptionalInt.empty();
    }
}
