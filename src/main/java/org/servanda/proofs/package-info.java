/**
 * The transparency log over the ledger: a Merkle tree of its entries, signed checkpoints, and proofs that anyone can
 * verify.
 */
package org.servanda.proofs;
