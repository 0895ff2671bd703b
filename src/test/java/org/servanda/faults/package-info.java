/** Fault injection: the packaged program is killed, loses its database, or is overloaded, and must keep every acknowledged update. */
package org.servanda.faults;
