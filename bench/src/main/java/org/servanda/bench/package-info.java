/** Measures how fast a register of a given size is read and written, beside servers that do nothing else. */
package org.servanda.bench;
