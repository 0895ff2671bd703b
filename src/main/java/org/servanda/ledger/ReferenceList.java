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
 * A list of reference data, in the order its editors gave it. As it is, it is read from its table; as it was known
 * before, from the ledger.
 *
 * @param <E> the entity
 * @param <V> the record that describes it
 */
public abstract class ReferenceList<E extends ReferenceRecord<V>, V extends Record>
        implements PanacheRepositoryBase<E, String> {

    private final String noun;
    private final Class<V> type;
    private final Entries entries;

    /** For the proxy of a scoped bean, which never uses its own fields. */
    protected ReferenceList() {
        this(null, null, null);
    }

    /** @param noun what users call an entry: "party", "area" */
    protected ReferenceList(String noun, Class<V> type, Entries entries) {
        this.noun = noun;
        this.type = type;
        this.entries = entries;
    }

    /** What the list says, as known at these coordinates. */
    public List<V> views(ReadPoint at) {
        List<V> known = at.head()
                ? inOrder().stream().map(ReferenceRecord::view).toList()
                : entries.lastOfEach(noun, at.revision()).stream()
                        .sorted(Comparator.comparing(ReferenceList::place))
                        .map(this::view)
                        .toList();
        return known.stream().filter(view -> existsOn(view, at.asOf())).toList();
    }

    /** One of the list, as known at these coordinates; refuses what is not there. */
    public V view(String code, ReadPoint at) {
        Optional<V> known = at.head()
                ? findByIdOptional(code).map(ReferenceRecord::view)
                : entries.last(noun + "/" + code, at.revision()).map(this::view);
        return known.filter(view -> existsOn(view, at.asOf())).orElseThrow(() -> missing(code, at));
    }

    /** Whether it was there in the world; reference data without a beginning always is. */
    protected boolean existsOn(V view, LocalDate day) {
        return true;
    }

    /** The code of what people call so, where they may write a name in the place of a code. */
    public Optional<String> called(String name) {
        return Optional.empty();
    }

    private ProblemException unknown(String code) {
        return ProblemException.unknown(noun, code, called(code).or(() -> ClosestMatch.to(code, codes())));
    }

    private ProblemException missing(String code, ReadPoint at) {
        if (findByIdOptional(code).isEmpty()) return unknown(code);
        return at.missing("The " + noun + " " + code);
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
