package org.servanda.reports.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.servanda.formats.CsvText;
import org.servanda.reports.PrintedField;
import org.servanda.reports.dossiers.DossierRow.Section;
import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;

/** Builds a line of a dossier by name; what is not set is absent. */
final class DossierRowBuilder {

    private final String code;
    private final Section section;
    private final String field;
    private String kind;
    private LocalDate on;
    private Instant recordedAt;
    private Long entry;
    private String id;
    private String party;
    private String who;
    private String before;
    private String after;
    private Bilingual text;
    private String url;
    private String sha256;
    private String reason;
    private LocalDate to;
    private String printedAs;

    DossierRowBuilder(String code, Section section, String field) {
        this.code = code;
        this.section = section;
        this.field = field;
    }

    DossierRowBuilder kind(String happened) {
        kind = happened;
        return this;
    }

    DossierRowBuilder on(LocalDate day) {
        on = day;
        return this;
    }

    DossierRowBuilder recorded(Instant at, Long number) {
        recordedAt = at;
        entry = number;
        return this;
    }

    DossierRowBuilder id(String value) {
        id = value;
        return this;
    }

    DossierRowBuilder party(String code) {
        party = code;
        return this;
    }

    DossierRowBuilder who(String actor) {
        who = actor;
        return this;
    }

    DossierRowBuilder before(String value) {
        before = value;
        return this;
    }

    DossierRowBuilder after(Object value) {
        if (value instanceof List<?> values)
            after = values.isEmpty()
                    ? null
                    : CsvText.join(values.stream().map(String::valueOf).toList());
        else after = value == null ? null : value.toString();
        if (value instanceof Enum<?> word) printedAs = PrintedField.printedAs(word.getDeclaringClass());
        return this;
    }

    /** @param list see {@link PrintedAs}; an enum tells it by the annotation of its type */
    DossierRowBuilder printedAs(String list) {
        printedAs = list;
        return this;
    }

    DossierRowBuilder text(Bilingual value) {
        text = value;
        return this;
    }

    DossierRowBuilder url(String address) {
        url = address;
        return this;
    }

    DossierRowBuilder sha256(String digest) {
        sha256 = digest;
        return this;
    }

    DossierRowBuilder reason(String why) {
        reason = why;
        return this;
    }

    DossierRowBuilder to(LocalDate day) {
        to = day;
        return this;
    }

    /** Whether the line has a value, a text, an address or a digest. Other lines are left out. */
    boolean hasValue() {
        return before != null || after != null || text != null || url != null || sha256 != null;
    }

    DossierRow row() {
        return new DossierRow(
                code,
                section,
                on,
                recordedAt,
                entry,
                id,
                party,
                who,
                kind,
                field,
                before,
                after,
                text == null ? null : text.zh(),
                text == null ? null : text.en(),
                url,
                sha256,
                reason,
                to,
                printedAs);
    }
}
