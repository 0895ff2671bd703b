package org.servanda.access;

/** How far a role reaches with an operation. */
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
