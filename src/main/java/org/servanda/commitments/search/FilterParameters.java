package org.servanda.commitments.search;

import java.util.List;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.filters.Dimension;

/** The query parameters of a filter. Each may be repeated or comma-separated; the values of one are alternatives. */
public record FilterParameters(
        @QueryParam("instrument") @Parameter(description = "Codes of instruments.") List<String> instrument,
        @QueryParam("area") @Parameter(description = "Codes of areas, as primary or further area.") List<String> area,
        @QueryParam("primaryArea") @Parameter(description = "Codes of areas, as primary area only.")
                List<String> primaryArea,
        @QueryParam("owner")
                @Parameter(
                        description =
                                "Codes of parties the text names as owner, or how it names them: not_stated, jointly, unnamed, named.")
                List<String> owner,
        @QueryParam("party") @Parameter(description = "Codes of parties bound or taking part.") List<String> party,
        @QueryParam("reporter")
                @Parameter(
                        description =
                                "Codes of parties that are to report: the lead, or every party bound where none leads or the whole follows from all.")
                List<String> reporter,
        @QueryParam("partyStatus")
                @Parameter(
                        description =
                                "Where a party stands: one of party, when these are given, else any that is bound; not_reported for one that never said.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PartyStatus.class))
                List<String> partyStatus,
        @QueryParam("status")
                @Parameter(
                        description = "Where it stands.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Status.class))
                List<String> status,
        @QueryParam("kind")
                @Parameter(
                        description = "What sort of thing was promised.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = CommitmentKind.class))
                List<String> kind,
        @QueryParam("obligation")
                @Parameter(
                        description = "How strongly the verb binds.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Obligation.class))
                List<String> obligation,
        @QueryParam("schedule")
                @Parameter(
                        description = "How it stands against its own time frame today.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Schedule.class))
                List<String> schedule,
        @QueryParam("freshness")
                @Parameter(
                        description = "How recently progress was reported.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Freshness.class))
                List<String> freshness,
        @QueryParam("assurance")
                @Parameter(
                        description = "How well its standing is backed.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Assurance.class))
                List<String> assurance,
        @QueryParam("assessment")
                @Parameter(
                        description = "What an independent assessor found.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = AssessmentResult.class))
                List<String> assessment,
        @QueryParam("q")
                @Parameter(
                        description =
                                "Words, such as 远程医疗, that must all occur in title, wording, summary or code, Chinese or English, of any length; words in quotation marks must occur together. Case, characters that are not drawn and punctuation at the ends of words make no difference. At most 200 characters.",
                        schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                String q,
        @QueryParam("updatedSince")
                @Parameter(
                        description =
                                "Only records changed at or after this moment, ISO 8601 with zone, such as 2026-01-01T00:00:00Z. A day such as 2026-01-01 means its beginning, in the register's zone.",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                String updatedSince,
        @QueryParam("sinceRevision")
                @Parameter(
                        description =
                                "Only records changed after this entry of the ledger: send the revision of your last answer, and nothing comes twice and nothing is missed.",
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                String sinceRevision) {

    private static final String COMMA = "[,，、]";

    List<String> values(Dimension dimension) {
        List<String> parameter =
                switch (dimension) {
                    case instrument -> instrument;
                    case area -> area;
                    case primaryArea -> primaryArea;
                    case owner -> owner;
                    case party -> party;
                    case reporter -> reporter;
                    case partyStatus -> partyStatus;
                    case status -> status;
                    case kind -> kind;
                    case obligation -> obligation;
                    case schedule -> schedule;
                    case freshness -> freshness;
                    case assurance -> assurance;
                    case assessment -> assessment;
                };
        return split(parameter);
    }

    /** The values of a parameter that is repeated or comma-separated, also by a Chinese comma; an empty value stays, to be refused. */
    public static List<String> split(List<String> parameter) {
        if (parameter == null) return List.of();
        return parameter.stream()
                .flatMap(value -> List.of(value.split(COMMA, -1)).stream())
                .map(String::strip)
                .distinct()
                .toList();
    }
}
