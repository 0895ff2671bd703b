package org.servanda.instruments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** A divergence between language versions, or damage in one of them; recorded, never repaired. */
@Schema(description = "A difference between the language versions, or damage in one of them. Recorded, never repaired.")
public record Divergence(
        @Schema(required = true, description = "In which way.") DivergenceKind kind,
        @Schema(required = true, description = "What differs, in both languages.") Bilingual note) {}
