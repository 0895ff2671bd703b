package org.servanda.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.web.BodyValidation;

/** A source outside the register that supports an update, an assessment or a milestone: a web page or an uploaded file. */
@Schema(description = "Something outside the register that backs a report.")
public record Evidence(
        @Schema(
                        description =
                                "Where it is found: an http or https address as a browser shows it, with letters of every script (IRI, RFC 3987). It is kept as it was sent and never fetched. Without user, apostrophe and what is not drawn. Either this or file.",
                        examples = "https://www.example.org/press/2026/academy",
                        maxLength = LONGEST_URL)
                String url,
        @Schema(description = "SHA-256 of an uploaded file: its name under /api/v1/files. Either this or url.")
                String file,
        @Schema(required = true, description = "Its title, in a language in which it has one.") Bilingual title,
        @Schema(required = true, description = "Who published it.", maxLength = LONGEST_NAME) String publisher,
        @Schema(description = "Language of the document (BCP 47).", examples = "th") String language,
        @Schema(description = "The day it was published; never one to come.") LocalDate publishedOn,
        @Schema(required = true, description = "When it was looked at; never a moment to come.") Instant retrievedAt,
        @Schema(required = true, description = "Whose evidence it is.") SourceClass sourceClass,
        @Schema(description = "The words that show it.") Bilingual quote,
        @Schema(description = "SHA-256 of the document as it was retrieved, lower-case hexadecimal.") String sha256) {

    static final int LONGEST_URL = 2_000;
    static final int LONGEST_NAME = 200;

    /**
     * Adds a fault for each rule that the evidence breaks.
     *
     * @param pointer the place of the evidence in the body (JSON Pointer)
     */
    public void check(String pointer, LocalDate today, Instant now, BodyValidation bodyValidation) {
        if (file == null && bodyValidation.required(url, pointer + "/url")) {
            bodyValidation.length(url, LONGEST_URL, pointer + "/url");
            WebAddress.fault(url).ifPresent(fault -> bodyValidation.fault(pointer + "/url", fault));
        }
        if (file != null && url != null)
            bodyValidation.fault(pointer + "/file", "cannot be given with url: it is one or the other");
        if (file != null && sha256 != null && !file.equals(sha256))
            bodyValidation.fault(pointer + "/sha256", "is not that of the file");
        bodyValidation.required(title, pointer + "/title");
        bodyValidation.line(title, 300, pointer + "/title");
        bodyValidation.length(quote, 1_000, pointer + "/quote");
        if (bodyValidation.required(publisher, pointer + "/publisher"))
            bodyValidation.line(publisher, LONGEST_NAME, pointer + "/publisher");
        if (language != null && !language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*"))
            bodyValidation.fault(pointer + "/language", "must be a language tag such as th or zh-Hans (BCP 47)");
        if (publishedOn != null && publishedOn.isAfter(today))
            bodyValidation.fault(pointer + "/publishedOn", "has not come yet; today is " + today);
        boolean hasRetrievedAt = bodyValidation.required(retrievedAt, pointer + "/retrievedAt");
        if (hasRetrievedAt && retrievedAt.isAfter(now))
            bodyValidation.fault(pointer + "/retrievedAt", "has not come yet; now is " + now);
        bodyValidation.required(sourceClass, pointer + "/sourceClass");
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}"))
            bodyValidation.fault(pointer + "/sha256", "must be 64 lower-case hexadecimal digits");
    }

    /** SHA-256 digests of the uploaded files that the evidence names. */
    public static List<String> files(List<Evidence> evidence) {
        if (evidence == null) return List.of();
        return evidence.stream().map(Evidence::file).filter(Objects::nonNull).toList();
    }
}
