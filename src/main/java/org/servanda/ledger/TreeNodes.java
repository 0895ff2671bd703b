package org.servanda.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads the hashes of the log's Merkle tree, as they were written with the entries. */
@ApplicationScoped
public class TreeNodes {

    private final EntityManager entities;

    TreeNodes(EntityManager entities) {
        this.entities = entities;
    }

    /** The hashes of those subtrees that exist, in two statements. */
    public Map<Subtree, Hash> read(Collection<Subtree> subtrees) {
        Map<Subtree, Hash> found = new HashMap<>();
        List<Long> leaves = subtrees.stream()
                .filter(Subtree::leaf)
                .map(leaf -> leaf.place() + 1)
                .distinct()
                .toList();
        List<Long> nodes = subtrees.stream()
                .filter(subtree -> !subtree.leaf())
                .map(Subtree::number)
                .distinct()
                .toList();
        rows("select e.sequence, e.leafHash from LedgerEntry e where e.sequence in ?1", leaves)
                .forEach(row -> found.put(new Subtree(0, (Long) row[0] - 1), hash(row)));
        rows("select n.number, n.hash from TreeNode n where n.number in ?1", nodes)
                .forEach(row -> found.put(Subtree.numbered((Long) row[0]), hash(row)));
        return found;
    }

    /** The number of stored subtrees of more than one leaf. */
    public long count() {
        return entities.createQuery("select count(*) from TreeNode", Long.class).getSingleResult();
    }

    private List<Object[]> rows(String query, List<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        return entities.createQuery(query, Object[].class)
                .setParameter(1, numbers)
                .getResultList();
    }

    private static Hash hash(Object[] row) {
        return new Hash((String) row[1]);
    }
}
