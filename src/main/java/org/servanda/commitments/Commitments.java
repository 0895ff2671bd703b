package org.servanda.commitments;

import java.util.List;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.web.Refusal;

@ApplicationScoped
public class Commitments implements PanacheRepositoryBase<Commitment, String> {

    public Optional<Commitment> findByCode(String code) {
        return findByIdOptional(code);
    }

    public Commitment byCode(String code) {
        return findByCode(code).orElseThrow(() -> unknown(code));
    }

    /** The refusal of a code that there is not; the nearest one is named. */
    Refusal unknown(String code) {
        return Refusal.unknown("commitment", code, () -> neighbours(code));
    }

    /** The codes of the same instrument, to name the nearest; an unknown instrument has none. */
    private List<String> neighbours(String code) {
        String instrument = code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
        return getEntityManager()
                .createQuery("select c.code from Commitment c where c.instrument = ?1 order by c.place", String.class)
                .setParameter(1, instrument)
                .setMaxResults(1_000)
                .getResultList();
    }

    /** The place of the next commitment in an instrument. */
    int nextPlace(String instrument) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(c.place), 0) + 1 from Commitment c where c.instrument = ?1", Integer.class)
                .setParameter(1, instrument)
                .getSingleResult();
    }
}
