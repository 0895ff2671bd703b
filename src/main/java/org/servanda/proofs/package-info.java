/** Proves what the ledger holds: a tree over its entries, signed checkpoints of it, and proofs that anyone can check. */
package org.servanda.proofs;
