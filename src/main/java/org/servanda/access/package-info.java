/** Who is asking, and what a role may do: one matrix, one gate that every request passes. Knows no feature. */
package org.servanda.access;
