/** The findings report: what an auditor should look at. */
package org.servanda.reports.findings;
