/** The changes report: what differs between two read points. */
package org.servanda.reports.changes;
