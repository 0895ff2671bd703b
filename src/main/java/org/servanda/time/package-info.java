/** The register's calendar: which day it is, and how exactly a date is known. */
package org.servanda.time;
