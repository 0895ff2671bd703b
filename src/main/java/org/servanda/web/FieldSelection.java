package org.servanda.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;

import org.servanda.web.Problem.Fault;

/**
 * The fields of a view that a request selects with {@code fields=}. The view names {@link #FILTER} in its {@code
 * @JsonFilter}.
 */
public record FieldSelection(Set<String> names) {

    public static final String FILTER = "fields";

    static final FieldSelection ALL = new FieldSelection(Set.of());

    /**
     * Reads {@code fields=a,b}. The field {@code identifier} is always included, since an item could not be recognised
     * without it.
     */
    public static FieldSelection of(
            List<String> requested, Class<? extends Record> view, String identifier, List<Fault> faults) {
        List<String> knownNames = names(view);
        Set<String> names = new LinkedHashSet<>(requested);
        for (String name : names) {
            if (!knownNames.contains(name))
                faults.add(
                        Fault.parameter("fields", "no field is named " + name).allowing(knownNames, name));
        }
        if (names.isEmpty()) return ALL;
        names.add(identifier);
        return new FieldSelection(names);
    }

    /** The names of all fields of a record. */
    public static List<String> names(Class<? extends Record> view) {
        return Arrays.stream(view.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    boolean all() {
        return names.isEmpty();
    }

    SimpleFilterProvider filter() {
        return new SimpleFilterProvider().addFilter(FILTER, SimpleBeanPropertyFilter.filterOutAllExcept(names));
    }
}
