/** The reading API of commitments: lists, filters, pages, one commitment. */
package org.servanda.commitments.search;
