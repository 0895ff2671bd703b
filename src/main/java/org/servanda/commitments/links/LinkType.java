package org.servanda.commitments.links;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** How a commitment relates to one of another instrument. */
public enum LinkType {
    reaffirms("reaffirms"),
    // The one word of the register that Java keeps for itself.
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
