/** What must survive: the packaged program killed, its store taken away, many clients at once. */
package org.servanda.faults;
