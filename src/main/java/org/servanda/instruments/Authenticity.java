package org.servanda.instruments;

/** The authenticity of the copy that was read: who published it. */
public enum Authenticity {
    official_publication,
    reproduction
}
