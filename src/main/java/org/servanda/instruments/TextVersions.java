package org.servanda.instruments;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.Language;

@ApplicationScoped
public class TextVersions implements PanacheRepositoryBase<TextVersion, TextVersion.Key> {

    public Optional<TextVersion> find(String instrument, Language lang) {
        return findByIdOptional(new TextVersion.Key(instrument, lang));
    }
}
