/** The status report: one row for each commitment. */
package org.servanda.reports.status;
