/** Tests that compare the table of visibility in SECURITY.md with the answers of the running register. */
package org.servanda.visibility;
