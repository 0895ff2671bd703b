/** Updates: how they are submitted, one or a batch, by which rules they are accepted or refused, and how they are read. */
package org.servanda.progress.updates;
