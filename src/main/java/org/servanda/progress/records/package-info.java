/** All progress of one commitment, as reports for auditors read it. */
package org.servanda.progress.records;
