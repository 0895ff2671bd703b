/** The table in SECURITY.md of what stays visible to whom, held against the answers of the running register. */
package org.servanda.visibility;
