/** Parties that sign and act: states, organisations, ministries, companies. */
package org.servanda.parties;
