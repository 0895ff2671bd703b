package org.servanda.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The stored hash of a complete subtree of more than one leaf; the hash of a single leaf is stored with its entry. */
@Entity
@Immutable
@Table(name = "ledger_node")
class TreeNode {

    /** The number of the subtree, see {@link Subtree#number}. */
    @Id
    private long number;

    @Column(length = 64, nullable = false)
    private String hash;

    protected TreeNode() {}

    TreeNode(Subtree subtree, Hash hash) {
        this.number = subtree.number();
        this.hash = hash.hex();
    }
}
