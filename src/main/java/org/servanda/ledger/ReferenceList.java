package org.servanda.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import org.servanda.text.ClosestMatch;
import org.servanda.text.JsonText;
import org.servanda.web.ProblemException;

/**
 * Repository of a list of reference data, in the order of its editors. The current list is read from its table, an
 * earlier one from the ledger.
 *
 * @param <E> the entity
 * @param <V> the record that describes it
 */
public abstract class ReferenceList<E extends ReferenceRecord<V>, V extends Record>
        implements PanacheRepositoryBase<E, String> {

    private final String noun;
    private final Class<V> type;
    private final Entries entries;

    /** For the proxy of a scoped bean, which never uses its fields. */
    protected ReferenceList() {
        this(null, null, null);
    }

    /** @param noun the word of users for an item: "party", "area" */
    protected ReferenceList(String noun, Class<V> type, Entries entries) {
        this.noun = noun;
        this.type = type;
        this.entries = entries;
    }

    /** The items of the list at a read point. */
    public List<V> views(ReadPoint readPoint) {
        List<V> views = readPoint.head()
                ? inOrder().stream().map(ReferenceRecord::view).toList()
                : entries.lastOfEach(noun, readPoint.revision()).stream()
                        .sorted(Comparator.comparing(ReferenceList::place))
                        .map(this::view)
                        .toList();
        return views.stream().filter(view -> existsOn(view, readPoint.asOf())).toList();
    }

    /** One item at a read point; refuses an unknown code with 404. */
    public V view(String code, ReadPoint readPoint) {
        Optional<V> found = readPoint.head()
                ? findByIdOptional(code).map(ReferenceRecord::view)
                : entries.last(noun + "/" + code, readPoint.revision()).map(this::view);
        return found.filter(view -> existsOn(view, readPoint.asOf())).orElseThrow(() -> notFound(code, readPoint));
    }

    /** Whether an item exists on a day; reference data without a beginning always does. */
    protected boolean existsOn(V view, LocalDate day) {
        return true;
    }

    /** The code for a name that people use, where they may write a name instead of a code. */
    public Optional<String> findCodeByName(String name) {
        return Optional.empty();
    }

    private ProblemException unknown(String code) {
        return ProblemException.unknown(noun, code, findCodeByName(code).or(() -> ClosestMatch.to(code, codes())));
    }

    private ProblemException notFound(String code, ReadPoint readPoint) {
        if (findByIdOptional(code).isEmpty()) return unknown(code);
        return readPoint.notFound("The " + noun + " " + code);
    }

    private static int place(Entry entry) {
        return JsonText.readAt(entry.body(), "/place", Integer.class);
    }

    private V view(Entry entry) {
        return JsonText.readAt(entry.body(), "/view", type);
    }

    public List<E> inOrder() {
        return listAll(Sort.by("place"));
    }

    public List<String> codes() {
        return inOrder().stream().map(ReferenceRecord::code).toList();
    }

    public boolean allExist(Collection<String> codes) {
        return count("code in ?1", codes) == codes.size();
    }

    public E byCode(String code) {
        return findByIdOptional(code).orElseThrow(() -> unknown(code));
    }
}
