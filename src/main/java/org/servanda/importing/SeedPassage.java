package org.servanda.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.instruments.PassageKind;
import org.servanda.text.Bilingual;

/** A passage that carries no commitment, as its seed file writes it. */
record SeedPassage(
        @Schema(required = true) String eid,
        @Schema(required = true) PassageKind kind,
        @Schema(required = true) Bilingual text) {}
