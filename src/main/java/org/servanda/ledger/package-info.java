/** The register's own number line: every change moves its revision by one; and the store that keeps it. */
package org.servanda.ledger;
