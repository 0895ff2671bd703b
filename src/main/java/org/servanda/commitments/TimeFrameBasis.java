package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/** Who set a time frame: the text itself, or a decision since. */
@PrintedAs(PrintedAs.FIELD)
public enum TimeFrameBasis {
    stated,
    assigned
}
