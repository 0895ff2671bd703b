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

    /** The body of the ledger entries for the passages of an instrument. */
    public record LedgerBody(List<PassageView> passages) {}

    /** The subject of these ledger entries. */
    public static String subject(String instrument) {
        return "passages/" + instrument;
    }

    /** The passages at a read point, of one language or, when {@code lang} is null, of all. */
    List<PassageView> views(String instrument, Language lang, ReadPoint at) {
        if (at.head()) return of(instrument, lang).stream().map(Passage::view).toList();
        return entries.last(subject(instrument), at.revision()).stream()
                .flatMap(entry -> entry.body(LedgerBody.class).passages().stream())
                .filter(passage -> lang == null || passage.lang() == lang)
                .toList();
    }

    /**
     * The current passages of an instrument in document order, of one language or, when {@code lang} is null, of all.
     */
    public List<Passage> of(String instrument, Language lang) {
        return lang == null
                ? list("instrument = ?1 order by place", instrument)
                : list("instrument = ?1 and cited.lang = ?2 order by place", instrument, lang);
    }

    /** Replaces the passages by those of a corrected text; true when anything is different. */
    public boolean replace(String instrument, List<Passage> corrected) {
        List<Passage> current = of(instrument, null);
        boolean same = current.size() == corrected.size();
        for (int i = 0; same && i < current.size(); i++) same = current.get(i).sameAs(corrected.get(i));
        if (same) return false;
        delete("instrument", instrument);
        persist(corrected);
        return true;
    }
}
