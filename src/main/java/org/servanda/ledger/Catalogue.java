package org.servanda.ledger;

import java.util.Collection;
import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import org.servanda.web.Refusal;

/**
 * A list of reference data, in the order its editors gave it.
 *
 * @param <E> the entity
 */
public abstract class Catalogue<E extends Described<?>> implements PanacheRepositoryBase<E, String> {

    private final String noun;

    /** @param noun what users call an entry: "party", "area" */
    protected Catalogue(String noun) {
        this.noun = noun;
    }

    public List<E> inOrder() {
        return listAll(Sort.by("place"));
    }

    public List<String> codes() {
        return inOrder().stream().map(Described::code).toList();
    }

    public boolean allExist(Collection<String> codes) {
        return count("code in ?1", codes) == codes.size();
    }

    public E byCode(String code) {
        return findByIdOptional(code).orElseThrow(() -> Refusal.unknown(noun, code, this::codes));
    }
}
