/** The change history of a commitment, read from its ledger entries. */
package org.servanda.commitments.history;
