package org.servanda.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Language;

/** A record with a column of every type, filled with what spreadsheets, parsers and fonts stumble over. */
record EveryTypeRow(
        @Schema(description = "Number of the row.") int number,
        @Schema(description = "A code, never absent.") String code,
        String wording,
        Long large,
        @Schema(description = "Due day. 期限。") LocalDate due,
        Instant updatedAt,
        @Schema(description = "Areas.") List<String> areas,
        List<Language> languages,
        Language language,
        Boolean binding) {

    private static final List<String> NASTY = List.of(
            "=1+1",
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "+86 10",
            "-5",
            "@SUM(A1)",
            "\tafter a tab",
            "\rafter CR",
            "'quoted'",
            "''",
            "'=1",
            "a,b;c",
            "say \"yes\"",
            "\"",
            "line\nbreak",
            "CR\r\nLF",
            "ends with CR\r",
            " spaces ",
            "<b>&amp;</b>",
            "]]>",
            "🛰 卫星与算力",
            "𠮷野家",
            "עברית (RTL) العربية",
            "\u202Eoverride",
            "bell \u0007 and null \u0000",
            "\uFEFFmark",
            "\u2028line separator",
            "\\;\\",
            "null",
            "true",
            "2026-01-01",
            "007",
            "1e5",
            "\n=1+1",
            "\u00A0\u200B+1",
            "_x0041_ and _x000D_",
            "_x005F_x0041_",
            "next\u0085line");

    static final ReportHeading HEADING = heading(Language.en);

    static ReportHeading heading(Language lang) {
        return new ReportHeading(
                "sample",
                lang == Language.zh ? "承诺样例" : "Sample, \"quoted\" & <marked>",
                lang,
                LocalDate.of(2026, 11, 21),
                Instant.parse("2026-11-21T08:30:00.123456Z"),
                4711,
                "area=AI&q=算力",
                "/api/v1/reports/sample?asOf=2026-11-21&knownAt=4711");
    }

    static Stream<EveryTypeRow> some(int count) {
        Random chance = new Random(20261121);
        return IntStream.range(0, count).mapToObj(n -> one(n, chance));
    }

    private static EveryTypeRow one(int n, Random chance) {
        return new EveryTypeRow(
                n,
                "CNS-2025." + n,
                absent(chance) ? null : text(chance),
                absent(chance) ? null : chance.nextBoolean() ? chance.nextLong() : (Long) (long) chance.nextInt(),
                absent(chance) ? null : LocalDate.of(1890, 1, 1).plusDays(chance.nextInt(150_000)),
                absent(chance) ? null : Instant.ofEpochSecond(chance.nextInt(), chance.nextInt(1_000_000) * 1_000L),
                absent(chance) ? null : words(chance),
                absent(chance) ? null : List.of(Language.zh, Language.en),
                absent(chance) ? null : Language.zh,
                absent(chance) ? null : chance.nextBoolean());
    }

    private static boolean absent(Random chance) {
        return chance.nextInt(5) == 0;
    }

    private static List<String> words(Random chance) {
        List<String> words = new ArrayList<>();
        for (int w = chance.nextInt(3); w >= 0; w--) words.add(nasty(chance));
        return words;
    }

    private static String text(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> nasty(chance);
            case 1 -> nasty(chance) + nasty(chance) + "全球算力互联互通";
            case 2 -> "各方承诺推动标准互认。".repeat(1 + chance.nextInt(30));
            default -> any(chance);
        };
    }

    private static String nasty(Random chance) {
        return NASTY.get(chance.nextInt(NASTY.size()));
    }

    /** Any characters but halves of one, which no UTF-8 holds. */
    private static String any(Random chance) {
        return chance.ints(1 + chance.nextInt(12), 0, chance.nextBoolean() ? 0x80 : 0x20000)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('.')
                .toString();
    }
}
