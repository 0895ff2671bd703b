package org.servanda.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import org.servanda.web.WeightedList.Element;

/** The media types that a client takes, by its Accept header (RFC 9110, 12.5.1). Parameters of a type are left aside. */
public final class AcceptedTypes {

    private static final String ANY = "*/*";

    private final List<Element> ranges;

    private AcceptedTypes(List<Element> ranges) {
        this.ranges = ranges;
    }

    /** @param accept the header; without one everything is taken */
    public static AcceptedTypes of(String accept) {
        boolean silent = accept == null || accept.isBlank();
        return new AcceptedTypes(WeightedList.of(silent ? ANY : accept).elements());
    }

    /** The one of these that is wanted most, the first of several that are wanted alike; empty when none is taken. */
    public <T> Optional<T> best(Collection<T> offered, Function<T, String> mediaType) {
        return offered.stream()
                .filter(candidate -> weight(mediaType.apply(candidate)).orElse(0) > 0)
                // The first of the greatest: max takes the last one.
                .min(Comparator.comparingInt(
                        candidate -> -weight(mediaType.apply(candidate)).orElse(0)));
    }

    /** Whether the client says that it does not take this type; one that it does not name at all is not refused. */
    public boolean refuses(String mediaType) {
        return weight(mediaType).orElse(1) == 0;
    }

    /** By the most exact of the ranges that hold the type; none when there is no such range. */
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
