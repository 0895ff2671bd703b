/** Counts of commitments by one or more dimensions. */
package org.servanda.commitments.summary;
