package org.servanda.proofs;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.Hash;

/** A consistency proof in responses. */
@Schema(
        name = "ConsistencyProof",
        description = "That one tree is the beginning of another (RFC 6962, 2.1.2). Hashes are base64.")
record ConsistencyView(
        @Schema(required = true, description = "Size of the smaller tree.") long from,
        @Schema(required = true, description = "Size of the larger tree.") long to,
        @Schema(required = true, description = "Root of the smaller tree.") String fromRoot,
        @Schema(required = true, description = "Root of the larger tree.") String toRoot,
        @Schema(required = true, description = "The proof.") List<String> hashes) {

    static ConsistencyView of(ConsistencyProof proof) {
        return new ConsistencyView(
                proof.from(),
                proof.to(),
                proof.fromRoot().base64(),
                proof.toRoot().base64(),
                proof.hashes().stream().map(Hash::base64).toList());
    }
}
