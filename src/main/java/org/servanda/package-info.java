/** The program's entrance. */
package org.servanda;
