package org.servanda.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Confidence;
import org.servanda.commitments.links.LinkBody;
import org.servanda.commitments.links.LinkType;
import org.servanda.text.Bilingual;

/** A link between two commitments as its seed file states it. */
record SeedLink(
        @Schema(required = true) String from,
        @Schema(required = true) String to,
        @Schema(required = true) LinkType type,
        @Schema(required = true) Confidence confidence,
        @Schema(required = true) Bilingual basis) {

    LinkBody body(String assertedBy) {
        return new LinkBody(from, to, type, confidence, basis, assertedBy, null);
    }
}
