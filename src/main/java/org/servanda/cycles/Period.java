package org.servanda.cycles;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A period of days; both ends belong to it. */
@Schema(name = "Period", description = "A stretch of days, both ends in it.")
record Period(
        @Schema(required = true, description = "First day.") LocalDate from,
        @Schema(required = true, description = "Last day.") LocalDate to) {}
