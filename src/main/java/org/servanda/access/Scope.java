package org.servanda.access;

/** The scope of a role in an operation: which data it reaches. */
public enum Scope {
    /** Not at all. */
    none,
    /** What everyone may see. */
    published,
    /** What everyone may see, and everything of the caller's own party. */
    own,
    /** Everything. */
    all
}
