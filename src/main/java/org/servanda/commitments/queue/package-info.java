/** The commitments on which an update is owed. */
package org.servanda.commitments.queue;
