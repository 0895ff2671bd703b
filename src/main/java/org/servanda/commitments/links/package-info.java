/** Links between commitments of different instruments. */
package org.servanda.commitments.links;
