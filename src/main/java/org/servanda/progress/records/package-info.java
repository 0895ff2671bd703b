/** All progress of one commitment together, for reports. */
package org.servanda.progress.records;
