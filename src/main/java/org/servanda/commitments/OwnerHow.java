package org.servanda.commitments;

/** How the text names who is to act. */
public enum OwnerHow {
    not_stated,
    jointly,
    unnamed,
    named
}
