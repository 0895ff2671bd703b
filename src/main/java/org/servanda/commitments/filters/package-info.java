/** The dimensions by which commitments are filtered, sorted and counted, and the HQL conditions that follow from them. */
package org.servanda.commitments.filters;
