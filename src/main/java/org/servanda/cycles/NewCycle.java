package org.servanda.cycles;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** A reporting cycle as it is sent to be planned. */
@Schema(description = "A period for which reports are asked, and until when.")
record NewCycle(
        @Schema(
                        required = true,
                        description = "Its code: letters, digits and hyphens; never used before.",
                        examples = "ADGMIN-2026",
                        maxLength = 40)
                String code,
        @Schema(required = true, description = "What it is called; both languages.") Bilingual title,
        @Schema(description = "Codes of the instruments it is about. Either this or mechanism.")
                List<String> instruments,
        @Schema(
                        description =
                                "The standing body whose instruments it is about, as they name it in either language. Either this or instruments.")
                String mechanism,
        @Schema(required = true, description = "The days of which reports are to speak.") Period period,
        @Schema(required = true, description = "From which day on reports are asked for.") LocalDate opensOn,
        @Schema(required = true, description = "The day by which they are to be there.") LocalDate dueOn) {

    static final int LONGEST_TITLE = 300;
    static final int MOST_INSTRUMENTS = 50;

    CycleBody body() {
        return new CycleBody(code, title, instruments, mechanism, period, opensOn, dueOn, false);
    }
}
