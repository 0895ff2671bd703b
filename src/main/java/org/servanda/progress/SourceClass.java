package org.servanda.progress;

/** Whose evidence it is. */
public enum SourceClass {
    official,
    reporting_party,
    independent,
    media
}
