/** Progress of commitments; this package itself holds the evidence and the rules that updates, assessments and milestones share. */
package org.servanda.progress;
