/** Bundles: a report with the ledger entries and proofs that it follows from, to be verified offline. */
package org.servanda.reports.bundles;
