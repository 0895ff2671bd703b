/** Reporting cycles: for which instruments and period reports are asked, until when, and what was seen when they closed. */
package org.servanda.cycles;
