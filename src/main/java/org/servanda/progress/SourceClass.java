package org.servanda.progress;

import org.servanda.text.PrintedAs;

/** Class of the source of evidence: who published it. */
@PrintedAs("sourceClass")
public enum SourceClass {
    official,
    reporting_party,
    independent,
    media
}
