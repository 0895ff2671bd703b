/** New commitments, and edits of what stands beside a text. */
package org.servanda.commitments.editing;
