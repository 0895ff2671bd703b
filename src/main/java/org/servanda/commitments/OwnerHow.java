package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/** How the text names the owner. */
@PrintedAs("ownerHow")
public enum OwnerHow {
    not_stated,
    jointly,
    unnamed,
    named
}
