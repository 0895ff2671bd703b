/** The start of the program: the event before the database is opened, and the reason for a refused start. */
package org.servanda.start;
