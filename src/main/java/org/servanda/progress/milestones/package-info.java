/** Milestones of a commitment. */
package org.servanda.progress.milestones;
