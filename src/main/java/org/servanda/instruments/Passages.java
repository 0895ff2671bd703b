package org.servanda.instruments;

import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Entries;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.Language;

@ApplicationScoped
public class Passages implements PanacheRepository<Passage> {

    private final Entries entries;

    Passages(Entries entries) {
        this.entries = entries;
    }

    /** What the ledger keeps of an instrument's passages. */
    public record Recorded(List<PassageView> passages) {}

    /** The subject under which the ledger keeps them. */
    public static String subject(String instrument) {
        return "passages/" + instrument;
    }

    /** The passages as known at these coordinates, those of one language or all. */
    List<PassageView> views(String instrument, Language lang, ReadPoint at) {
        if (at.head()) return of(instrument, lang).stream().map(Passage::view).toList();
        return entries.last(subject(instrument), at.revision()).stream()
                .flatMap(entry -> entry.body(Recorded.class).passages().stream())
                .filter(passage -> lang == null || passage.lang() == lang)
                .toList();
    }

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
