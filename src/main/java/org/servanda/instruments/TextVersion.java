package org.servanda.instruments;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.servanda.text.Language;

/** The cleaned text of an instrument in one language. */
@Entity
@Table(name = "text_version")
public class TextVersion {

    @Embeddable
    public record Key(
            @Column(length = 40) String instrument, @Enumerated(EnumType.STRING) @Column(length = 2) Language lang)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(length = 1_000_000, nullable = false)
    private String content;

    protected TextVersion() {}

    public TextVersion(String instrument, Language lang, String content) {
        this.key = new Key(instrument, lang);
        this.content = content;
    }

    public String content() {
        return content;
    }

    /** Applies a corrected text; true when it is different. */
    public boolean revise(String corrected) {
        if (corrected.equals(content)) return false;
        content = corrected;
        return true;
    }
}
