/** The coverage report: for how many commitments there are updates, and what is missing. */
package org.servanda.reports.coverage;
