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
 * How words are looked for: a few of their terms by the index, which narrows, and every word in the folded text itself,
 * which decides, since two pairs of characters may stand apart.
 *
 * <p>Each term that is looked up by the index is one more table to join, and to find the order of thirty of them takes
 * PostgreSQL longer than to find the commitments. More than a few are not needed: a text that holds the word holds every
 * term within it. Only its first term tells more, namely that a word begins there: so that is asked of whatever was found.
 */
final class SearchCondition {

    /** How many terms of a query are looked up by the index. */
    static final int LOOKED_UP = 3;

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters;

    private SearchCondition(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    /** The conditions over standing {@code c}, all of which must hold; adds the values they need to the parameters. */
    static List<String> of(List<Word> words, Map<String, Object> parameters) {
        SearchCondition condition = new SearchCondition(parameters);
        Set<Term> narrowing = narrowing(words);
        narrowing.forEach(condition::lookUp);
        for (Word word : words) condition.compare(word.folded());
        words.stream()
                .map(word -> word.terms().get(0))
                .distinct()
                .filter(term -> !narrowing.contains(term))
                .forEach(condition::ask);
        return condition.all;
    }

    /** The longest first terms, which are the rarest as far as one can tell; then others, from far apart in their word. */
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
        return terms.stream().limit(LOOKED_UP).collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    private void lookUp(Term term) {
        all.add("exists (select 1" + rows(term) + ")");
    }

    /** A count is worked out for each row that is left, where PostgreSQL would make a join of an {@code exists}. */
    private void ask(Term term) {
        all.add("(select count(*)" + rows(term) + ") > 0");
    }

    private String rows(Term term) {
        String name = "term" + all.size();
        parameters.put(name, term.prefix() ? escape(term.text()) + "%" : term.text());
        String match = term.prefix() ? " like :" + name + " escape '!'" : " = :" + name;
        return " from SearchTerm " + name + "_ where " + name + "_.key.details = c.details.id and " + name
                + "_.key.term" + match;
    }

    private void compare(String folded) {
        String name = "word" + all.size();
        all.add("c.details.searchText like :" + name + " escape '!'");
        parameters.put(name, "%" + escape(folded) + "%");
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
