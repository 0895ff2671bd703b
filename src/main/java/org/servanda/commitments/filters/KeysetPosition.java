package org.servanda.commitments.filters;

/**
 * A position in a sorted list, for keyset pagination: the sort value and the sort key of the last item before it.
 *
 * @param sortValue as text, see {@code Standing.sortValue}
 */
public record KeysetPosition(String sortValue, String sortKey) {}
