/** What was promised: the pledges, their filters, counts and links. */
package org.servanda.commitments;
