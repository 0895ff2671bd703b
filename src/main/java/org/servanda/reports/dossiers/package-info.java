/** The dossier: everything about one commitment. */
package org.servanda.reports.dossiers;
