package org.servanda.formats;

/** One field of a table: its name in the record, its type, and what it means (empty where the record does not say). */
public record Column(String name, Type type, String description) {

    /** The type of the values. In the order of the constants: String, Long, LocalDate, Instant, List of String, Boolean. */
    public enum Type {
        text,
        integer,
        date,
        time,
        list,
        bool
    }
}
