/** Asserting, reviewing and withdrawing links between the commitments of several instruments. */
package org.servanda.crosswalk;
