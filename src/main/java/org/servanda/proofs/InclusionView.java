package org.servanda.proofs;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.Hash;

/** An inclusion proof in responses. */
@Schema(
        name = "InclusionProof",
        description = "That the tree of a size has a leaf (RFC 6962, 2.1.1). Hashes are base64.")
record InclusionView(
        @Schema(required = true, description = "Index of the leaf, from 0: the number of the entry less one.")
                long index,
        @Schema(required = true, description = "Size of the tree.") long size,
        @Schema(required = true, description = "Hash of the leaf.") String leafHash,
        @Schema(required = true, description = "Root of the tree.") String root,
        @Schema(required = true, description = "The siblings, from the leaf's up.") List<String> hashes) {

    static InclusionView of(InclusionProof proof) {
        return new InclusionView(
                proof.index(),
                proof.size(),
                proof.leafHash().base64(),
                proof.root().base64(),
                proof.hashes().stream().map(Hash::base64).toList());
    }
}
