package org.servanda.progress.updates;

/** What became of an update. */
public enum UpdateState {
    submitted,
    accepted,
    returned
}
