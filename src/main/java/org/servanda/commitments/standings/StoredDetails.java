package org.servanda.commitments.standings;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.servanda.commitments.filters.Facets;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.text.JsonText;
import org.servanda.text.SearchWords;
import org.servanda.text.Sha256;

/**
 * The details of a commitment as JSON, shared by all rows of {@link Standing} with the same details. Beside them stand the
 * facets and search terms, which queries read as rows of {@link DetailsFacet} and {@link SearchTerm}.
 */
@Entity
@Immutable
@Table(name = "commitment_details")
class StoredDetails {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commitment_details_seq")
    @SequenceGenerator(name = "commitment_details_seq", sequenceName = "commitment_details_seq", allocationSize = 50)
    private Long id;

    @Column(length = 60, nullable = false)
    private String code;

    @Column(length = 64, nullable = false)
    private String digest;

    // Folding can turn one character into eighteen.
    @Column(name = "search_text", length = 1_000_000, nullable = false)
    private String searchText;

    @Column(length = 200_000, nullable = false)
    private String content;

    @ElementCollection
    @CollectionTable(name = "commitment_facet", joinColumns = @JoinColumn(name = "details_id"))
    private Set<DetailsFacet.Value> facets = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "commitment_term", joinColumns = @JoinColumn(name = "details_id"))
    @Column(name = "term", length = SearchWords.TERM_LENGTH, nullable = false)
    private Set<String> terms = new HashSet<>();

    protected StoredDetails() {}

    StoredDetails(CommitmentDetails details) {
        code = details.text().code();
        content = JsonText.write(details);
        digest = Sha256.sha256(content);
        String text = details.text().searchable();
        searchText = SearchWords.fold(text);
        terms.addAll(SearchWords.index(text));
        Facets.of(details).forEach(facet -> facets.add(new DetailsFacet.Value(facet)));
    }

    long id() {
        return id;
    }

    /** The folded text that a search compares. */
    String searchText() {
        return searchText;
    }

    /** The terms of the search index. */
    Set<String> terms() {
        return Set.copyOf(terms);
    }

    String digest() {
        return digest;
    }

    /** All columns for a comparison, facets and search terms included. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("details", content);
        columns.put("digest", digest);
        columns.put("search text", searchText);
        columns.put("terms", new TreeSet<>(terms).toString());
        columns.put(
                "facets",
                facets.stream().map(Object::toString).sorted().toList().toString());
        return columns;
    }

    CommitmentDetails details() {
        return JsonText.read(content, CommitmentDetails.class);
    }
}
