package org.servanda.instruments;

import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.Language;

@ApplicationScoped
public class Passages implements PanacheRepository<Passage> {

    /** All passages of an instrument in document order, or those of one language. */
    public List<Passage> of(String instrument, Language lang) {
        return lang == null
                ? list("instrument = ?1 order by place", instrument)
                : list("instrument = ?1 and cited.lang = ?2 order by place", instrument, lang);
    }

    /** Puts the passages of a corrected text in the place of the former ones; true when anything is different. */
    public boolean replace(String instrument, List<Passage> corrected) {
        List<Passage> former = of(instrument, null);
        boolean same = former.size() == corrected.size();
        for (int i = 0; same && i < former.size(); i++) same = former.get(i).sameAs(corrected.get(i));
        if (same) return false;
        delete("instrument", instrument);
        persist(corrected);
        return true;
    }
}
