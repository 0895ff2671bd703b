/**
 * The append-only ledger with its revisions and Merkle tree, the read points, the writer lock, idempotent requests, and
 * the database that stores them.
 */
package org.servanda.ledger;
