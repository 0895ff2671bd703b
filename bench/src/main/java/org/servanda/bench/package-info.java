/** Measures how fast a register of a given size is read, beside a bare HTTP server that does nothing but answer. */
package org.servanda.bench;
