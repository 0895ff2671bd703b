/** Precomputed facet counts, kept in the transaction of what they count. */
package org.servanda.commitments.counts;
