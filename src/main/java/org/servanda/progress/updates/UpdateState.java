package org.servanda.progress.updates;

import org.servanda.text.PrintedAs;

/** State of an update: waiting for a decision, or decided. */
@PrintedAs("updateState")
public enum UpdateState {
    submitted,
    accepted,
    returned
}
