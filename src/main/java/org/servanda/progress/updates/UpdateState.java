package org.servanda.progress.updates;

/** State of an update: waiting for a decision, or decided. */
public enum UpdateState {
    submitted,
    accepted,
    returned
}
