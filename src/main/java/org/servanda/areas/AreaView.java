package org.servanda.areas;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** An area in responses and in the database. */
@Schema(name = "Area", description = "A subject area of pledges.")
public record AreaView(
        @Schema(required = true, description = "Code of the area.", examples = "AI") String code,
        @Schema(required = true, description = "Short name.") Bilingual label,
        @Schema(required = true, description = "What belongs to the area and what does not.") Bilingual definition) {}
