package org.servanda.instruments;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Entries;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.Language;

@ApplicationScoped
public class TextVersions implements PanacheRepositoryBase<TextVersion, TextVersion.Key> {

    private final Entries entries;

    TextVersions(Entries entries) {
        this.entries = entries;
    }

    /** The body of the ledger entries for a text. */
    public record LedgerBody(String text) {}

    /** The subject of these ledger entries. */
    public static String subject(String instrument, Language lang) {
        return "text/" + instrument + "/" + lang;
    }

    /** The text at a read point. */
    Optional<String> content(String instrument, Language lang, ReadPoint at) {
        return at.head()
                ? find(instrument, lang).map(TextVersion::content)
                : entries.last(subject(instrument, lang), at.revision())
                        .map(entry -> entry.body(LedgerBody.class).text());
    }

    public Optional<TextVersion> find(String instrument, Language lang) {
        return findByIdOptional(new TextVersion.Key(instrument, lang));
    }
}
