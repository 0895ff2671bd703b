package org.servanda.commitments;

/** How the text names the owner. */
public enum OwnerHow {
    not_stated,
    jointly,
    unnamed,
    named
}
