/** Evidence of a commitment as a whole, and evidence that was added later. */
package org.servanda.progress.evidence;
