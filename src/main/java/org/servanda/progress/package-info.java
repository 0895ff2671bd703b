/** Progress of commitments; here the evidence that updates, assessments and milestones share. */
package org.servanda.progress;
