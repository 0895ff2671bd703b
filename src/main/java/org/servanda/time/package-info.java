/** Days and moments: the register's calendar, parsing, and the precision of dates. */
package org.servanda.time;
