/** Reports for auditors and ministers: what stands where, what changed, what is missing, in files that agree and can be repeated. */
package org.servanda.reports;
