/**
 * The rules of the register, pure: from the ledger entries about a commitment to its state on every day, as known after
 * every entry (bitemporal).
 */
package org.servanda.commitments.timeline;
