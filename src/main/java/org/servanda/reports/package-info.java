/** Reports, each in a folder of its own with its resource, rows and printed sheet; here what they share. */
package org.servanda.reports;
