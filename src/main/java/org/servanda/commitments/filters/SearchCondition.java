package org.servanda.commitments.filters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servanda.text.SearchWords.Term;
import org.servanda.text.SearchWords.Word;

/**
 * The HQL conditions of a text search. A few terms are looked up in the index, which narrows the result; then every word is
 * compared with the folded text, which decides, since two pairs of characters may stand apart.
 *
 * <p>Each term that is looked up in the index is one more table to join, and PostgreSQL needs longer to plan thirty joins
 * than to find the commitments. A few terms are enough: a text that contains the word contains every term of the word. Only
 * the first term of a word says more, namely that a word begins there: so it is checked for each row that is left.
 */
final class SearchCondition {

    /** Largest number of terms of a query that are looked up in the index. */
    static final int INDEXED_TERMS = 3;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters;

    private SearchCondition(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    /** The conditions on a standing, all of which must hold; adds their values to the parameters. */
    static List<String> of(List<Word> words, Map<String, Object> parameters) {
        SearchCondition condition = new SearchCondition(parameters);
        Set<Term> narrowing = narrowing(words);
        narrowing.forEach(condition::addIndexLookup);
        for (Word word : words) condition.addTextMatch(word.folded());
        words.stream()
                .map(word -> word.terms().get(0))
                .distinct()
                .filter(term -> !narrowing.contains(term))
                .forEach(condition::addTermCount);
        return condition.conditions;
    }

    /** The longest first terms, which are probably the rarest; then the last and the middle term of each word. */
    private static Set<Term> narrowing(List<Word> words) {
        Set<Term> terms = new LinkedHashSet<>();
        words.stream()
                .map(word -> word.terms().get(0))
                .sorted(Comparator.comparingInt(term -> -term.text().length()))
                .forEach(terms::add);
        for (Word word : words) {
            terms.add(word.terms().get(word.terms().size() - 1));
            terms.add(word.terms().get(word.terms().size() / 2));
        }
        return terms.stream()
                .limit(INDEXED_TERMS)
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    private void addIndexLookup(Term term) {
        conditions.add("exists (select 1" + rows(term) + ")");
    }

    /** A count is computed for each row that is left; PostgreSQL would make one more join of an {@code exists}. */
    private void addTermCount(Term term) {
        conditions.add("(select count(*)" + rows(term) + ") > 0");
    }

    private String rows(Term term) {
        String name = "term" + conditions.size();
        parameters.put(name, term.prefix() ? escape(term.text()) + "%" : term.text());
        String match = term.prefix() ? " like :" + name + " escape '!'" : " = :" + name;
        return " from SearchTerm " + name + "_ where " + name + "_.key.details = " + StandingQuery.column("details.id")
                + " and " + name + "_.key.term" + match;
    }

    private void addTextMatch(String folded) {
        String name = "word" + conditions.size();
        conditions.add(StandingQuery.column("details.searchText") + " like :" + name + " escape '!'");
        parameters.put(name, "%" + escape(folded) + "%");
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
