package org.servanda.progress;

/** Class of the source of evidence: who published it. */
public enum SourceClass {
    official,
    reporting_party,
    independent,
    media
}
