/** The start of the program: what is looked at before the store is touched, and how it says that it cannot go on. */
package org.servanda.start;
