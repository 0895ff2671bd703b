package org.servanda.progress;

/** What became of an update. */
public enum UpdateState {
    submitted,
    accepted,
    returned
}
