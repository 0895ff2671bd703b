package org.servanda.commitments.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.text.SearchWords;
import org.servanda.text.SearchWords.Term;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a search finds is what holds every term and every word of it, however few of the terms were looked up. */
@HttpTest
class SearchTest {

    private static final int QUERIES = 40;

    @Inject
    DataSource source;

    private record Searched(String code, String text, Set<String> terms) {

        boolean found(String q) {
            return SearchWords.query(q).stream()
                    .allMatch(word -> text.contains(word.folded())
                            && word.terms().stream().allMatch(this::holds));
        }

        private boolean holds(Term term) {
            return term.prefix()
                    ? terms.stream().anyMatch(kept -> kept.startsWith(term.text()))
                    : terms.contains(term.text());
        }
    }

    private List<Searched> kept() throws SQLException {
        Map<String, Searched> all = new HashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select s.code, d.search_text, t.term from standing s
                        join commitment_details d on d.id = s.details_id join commitment_term t on t.details_id = d.id
                        where s.latest = true""")) {
            while (rows.next())
                all.computeIfAbsent(rows.getString(1), code -> searched(code, rows))
                        .terms
                        .add(rows.getString(3));
        }
        assertEquals(115, all.size());
        return List.copyOf(all.values());
    }

    private static Searched searched(String code, ResultSet rows) {
        try {
            return new Searched(code, rows.getString(2), new HashSet<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> found(String q) {
        return new TreeSet<>(given().queryParam("q", q)
                .get("/api/v1/commitments?limit=200&fields=code")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.code"));
    }

    /** A piece of a text, or several of one or two, each cut anywhere. */
    private static String query(List<Searched> kept, Random random) {
        List<String> pieces = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            String text = kept.get(random.nextInt(kept.size())).text;
            int[] characters = text.codePoints().toArray();
            int length = 1 + random.nextInt(Math.min(characters.length, random.nextBoolean() ? 60 : 5));
            int from = random.nextInt(characters.length - length + 1);
            String piece = new String(characters, from, length);
            // A word, not the middle of one, half of the time.
            pieces.add(random.nextBoolean() ? piece : piece.replaceFirst("^\\S+\\s", ""));
        }
        return String.join(" ", pieces).strip();
    }

    @Test
    void fewTermsThatAreLookedUpFindTheSameAsAll() throws SQLException {
        List<Searched> kept = kept();
        Random random = new Random(20261127);
        int asked = 0;
        int hits = 0;
        while (asked < QUERIES) {
            String q = query(kept, random);
            int words = SearchWords.query(q).size();
            if (words == 0 || words > 20) continue;
            Set<String> expected = new TreeSet<>();
            for (Searched each : kept) if (each.found(q)) expected.add(each.code);
            assertEquals(expected, found(q), q);
            asked++;
            if (!expected.isEmpty()) hits++;
        }
        assertTrue(hits > QUERIES / 4 && hits < QUERIES, hits + " found something");
    }

    @Test
    void theLongestQueriesAreAnswered() throws SQLException {
        int[] characters = kept().stream()
                .flatMapToInt(each -> each.text.codePoints().filter(Character::isIdeographic))
                .limit(200)
                .toArray();
        assertEquals(Set.of(), found(new String(characters, 0, characters.length)));
        assertEquals(Set.of(), found("a.b.".repeat(50)));
    }
}
