package org.servanda.instruments;

/** Who published the copy that was read. */
public enum Authenticity {
    official_publication,
    reproduction
}
