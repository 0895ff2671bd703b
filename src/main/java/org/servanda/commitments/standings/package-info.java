/** The projection of the ledger into rows that queries read: one row for each bitemporal state of a commitment. */
package org.servanda.commitments.standings;
