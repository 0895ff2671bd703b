package org.servanda.commitments.links;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

import org.servanda.text.PrintedAs;

/** The type of a link: how a commitment relates to a commitment of another instrument. */
@PrintedAs("linkType")
public enum LinkType {
    reaffirms("reaffirms"),
    // "implements" is a reserved word of Java.
    @JsonProperty("implements")
    implements_("implements"),
    contributes_to("contributes_to"),
    same_promise("same_promise"),
    succeeds("succeeds"),
    supersedes("supersedes");

    @EnumeratedValue
    private final String word;

    LinkType(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
