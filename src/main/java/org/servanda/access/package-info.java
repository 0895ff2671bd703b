/**
 * Authentication and authorization: who the caller is, and what a role may do, by one matrix and one filter for all
 * requests. Knows no feature.
 */
package org.servanda.access;
