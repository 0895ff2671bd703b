package org.servanda.commitments;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;

/** A commitment that was found in a text of the register and is to be followed from now on. */
@Schema(description = "A commitment that was found in the text of an instrument of the register.")
record NewCommitment(
        @Schema(
                        required = true,
                        description =
                                "Code of the instrument, a dot, and letters, digits, dots and hyphens; never used before.",
                        examples = "ACJS-2024.III.9",
                        maxLength = 60)
                String code,
        @Schema(required = true, description = "Code of the instrument it stands in.", examples = "ACJS-2024")
                String instrument,
        @Schema(required = true, description = "Its number in the document.", examples = "III.9", maxLength = 40)
                String item,
        @Schema(required = true, description = "Short title in our own words, in both languages.") Bilingual title,
        @Schema(
                        description =
                                "The official wording, in each language in which it exists; it must stand in the text exactly once. For an instrument whose text is not shipped: summary and quotes instead.")
                Bilingual wording,
        @Schema(description = "Summary in our own words, in both languages, where the text is not shipped.")
                Bilingual summary,
        @Schema(description = "Short quotes with their places, where the text is not shipped.") List<Quote> quotes,
        @Schema(required = true, description = "Code of the primary area.") String area,
        @Schema(description = "Codes of further areas.") List<String> otherAreas,
        @Schema(required = true, description = "What sort of thing was promised.") Kind kind,
        @Schema(required = true, description = "How strongly the governing verb binds.") Obligation obligation,
        @Schema(required = true, description = "Codes of the parties bound or taking part.") List<String> parties,
        @Schema(required = true, description = "Who is to act, as the text states it.") Owner.Stated owner,
        @Schema(description = "Codes of parties that the text names as supporting, addressed or counterpart.")
                List<String> supporting,
        @Schema(description = "The time it sets itself; its words must stand in the wording.") TimeFrame timeFrame) {}
