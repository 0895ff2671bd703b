package org.servanda.commitments;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.ClosestMatch;
import org.servanda.web.ProblemException;

/** The repository of commitments. */
@ApplicationScoped
public class Commitments implements PanacheRepositoryBase<Commitment, String> {

    public Optional<Commitment> findByCode(String code) {
        return findByIdOptional(code);
    }

    public Commitment byCode(String code) {
        return findByCode(code).orElseThrow(() -> notFound(code));
    }

    /** The refusal of a code that does not exist; it names the nearest code. */
    ProblemException notFound(String code) {
        return ProblemException.unknown("commitment", code, () -> neighbours(code));
    }

    /** The existing code that is most like a code that does not exist. */
    public Optional<String> nearest(String code) {
        return ClosestMatch.to(code, neighbours(code));
    }

    /** The codes in the instrument that a wrong code probably means; none where it means no instrument. */
    public List<String> neighbours(String code) {
        return instrument(code)
                .map(instrument -> getEntityManager()
                        .createQuery(
                                "select c.code from Commitment c where c.instrument = ?1 order by c.place",
                                String.class)
                        .setParameter(1, instrument)
                        .setMaxResults(1_000)
                        .getResultList())
                .orElse(List.of());
    }

    /** The longest code of an instrument with which the letters and digits begin, else the one most like the first part. */
    private Optional<String> instrument(String code) {
        List<String> instruments = getEntityManager()
                .createQuery("select i.code from Instrument i order by i.code", String.class)
                .getResultList();
        String letters = letters(code);
        return instruments.stream()
                .filter(instrument -> letters.startsWith(letters(instrument)))
                .max(Comparator.comparingInt(String::length))
                .or(() -> ClosestMatch.to(code.replaceFirst("[.．].*", ""), instruments));
    }

    /** Letters and digits alone, in one case and width: the part of a code that people seldom get wrong. */
    private static String letters(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The place of the next commitment in an instrument. */
    public int nextPlace(String instrument) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(c.place), 0) + 1 from Commitment c where c.instrument = ?1", Integer.class)
                .setParameter(1, instrument)
                .getSingleResult();
    }
}
