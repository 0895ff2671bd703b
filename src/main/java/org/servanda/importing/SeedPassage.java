package org.servanda.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.instruments.PassageKind;
import org.servanda.text.Bilingual;

/** A passage without a commitment, as its seed file states it. */
record SeedPassage(
        @Schema(required = true) String eid,
        @Schema(required = true) PassageKind kind,
        @Schema(required = true) Bilingual text) {}
