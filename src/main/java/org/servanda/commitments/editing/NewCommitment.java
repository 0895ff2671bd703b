package org.servanda.commitments.editing;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Confidence;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.web.BodyValidation;

/** The request to create a commitment that was found in the text of an instrument. */
@Schema(description = "A commitment that was found in the text of an instrument of the register.")
record NewCommitment(
        @Schema(
                        required = true,
                        description =
                                "Code of the instrument, a dot, and letters, digits, dots and hyphens; never used before.",
                        examples = "ACJS-2024.III.9",
                        maxLength = LONGEST_CODE)
                String code,
        @Schema(required = true, description = "Code of the instrument it stands in.", examples = "ACJS-2024")
                String instrument,
        @Schema(
                        required = true,
                        description = "Its number in the document.",
                        examples = "III.9",
                        maxLength = LONGEST_ITEM)
                String item,
        @Schema(required = true, description = "Short title in our own words, in both languages.") Bilingual title,
        @Schema(
                        description =
                                "The official wording, in each language in which it exists; at most 10,000 characters that stand in the text exactly once. For an instrument whose text is not shipped: summary and quotes instead.")
                Bilingual wording,
        @Schema(description = "Summary in our own words, in both languages, where the text is not shipped.")
                Bilingual summary,
        @Schema(description = "Short quotes with their places, where the text is not shipped.") List<Quote> quotes,
        @Schema(required = true, description = "Code of the primary area.") String area,
        @Schema(description = "Codes of further areas.") List<String> otherAreas,
        @Schema(required = true, description = "What sort of thing was promised.") CommitmentKind kind,
        @Schema(required = true, description = "How strongly the governing verb binds.") Obligation obligation,
        @Schema(required = true, description = "Codes of the parties bound or taking part.") List<String> parties,
        @Schema(required = true, description = "Who is to act, as the text states it.") Owner.Stated owner,
        @Schema(description = "Codes of parties that the text names as supporting, addressed or counterpart.")
                List<String> supporting,
        @Schema(description = "The time it sets itself; its words must stand in the wording.") TimeFrame timeFrame) {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_ITEM = 40;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_WORDING = 10_000;
    private static final int LONGEST_SUMMARY = 4_000;

    /** Validates the request by itself. @param areas codes of all areas @param known codes of all parties */
    void check(List<String> areas, List<String> known, BodyValidation bodyValidation) {
        if (bodyValidation.required(code, "/code")) {
            String start = instrument == null ? "[A-Za-z0-9-]+" : Pattern.quote(instrument);
            if (!code.matches(start + "(\\.[A-Za-z0-9-]+)+") || code.length() > LONGEST_CODE)
                bodyValidation.fault(
                        "/code", "must be the code of the instrument, a dot, and letters, digits, dots and hyphens");
        }
        if (bodyValidation.required(item, "/item")) {
            bodyValidation.line(item, LONGEST_ITEM, "/item");
            if (!item.equals(item.strip())) bodyValidation.fault("/item", "must not begin or end with a space");
        }
        bodyValidation.bothLanguages(title, "/title");
        bodyValidation.line(title, LONGEST_TITLE, "/title");
        bodyValidation.length(wording, LONGEST_WORDING, "/wording");
        bodyValidation.length(summary, LONGEST_SUMMARY, "/summary");
        CommitmentRules.areas(bodyValidation, area, otherAreas, areas);
        bodyValidation.required(kind, "/kind");
        bodyValidation.required(obligation, "/obligation");
        if (bodyValidation.required(parties, "/parties")) {
            bodyValidation.codes(parties, known, "party", "/parties");
            if (parties.isEmpty()) bodyValidation.fault("/parties", "must name at least one");
        }
        bodyValidation.codes(supporting, known, "party", "/supporting");
        if (bodyValidation.required(owner, "/owner")) {
            bodyValidation.required(owner.how(), "/owner/how");
            bodyValidation.codes(owner.parties(), known, "party", "/owner/parties");
        }
        CommitmentRules.timeFrame(bodyValidation, timeFrame, "/timeFrame");
        stated(bodyValidation);
    }

    /** The words of a time frame must stand in the wording of the same language. */
    private void stated(BodyValidation bodyValidation) {
        if (wording == null || timeFrame == null || timeFrame.text() == null) return;
        for (Language lang : Language.values()) {
            String words = timeFrame.text().in(lang);
            String wordingInLang = wording.in(lang);
            if (words != null && (wordingInLang == null || !wordingInLang.contains(words)))
                bodyValidation.fault("/timeFrame/text/" + lang, "does not stand in the wording");
        }
    }

    /** The text of the commitment that the register stores. */
    CommitmentText text(InstrumentView source, int place, List<CitedPassage> passages) {
        CitedPassage first = passages.get(0);
        return new CommitmentText(
                code,
                instrument,
                place,
                item,
                title,
                wording,
                summary,
                area,
                Objects.requireNonNullElse(otherAreas, List.of()),
                kind,
                obligation,
                parties,
                owner,
                Objects.requireNonNullElse(supporting, List.of()),
                timeFrame == null ? null : timeFrame.on(null),
                passages,
                null,
                null,
                Status.declared,
                new StatusBasis(
                        new Quote(first.lang(), first.exact(), first.start(), first.end()),
                        Confidence.high,
                        source.adopted().date(),
                        source.adopted().precision(),
                        null));
    }
}
