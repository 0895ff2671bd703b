package org.servanda.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A sort of question, asked over and over.
 *
 * @param paths asked in turn
 */
record Shape(String name, Group group, List<String> paths) {

    /** What is compared with what. */
    enum Group {
        ONE,
        LIST,
        SECOND_PAGE,
        FAR_PAGE,
        SUMMARY
    }

    private static final int CODES = 1_000;
    private static final String LIST = "/api/v1/commitments?";
    private static final String SUMMARY = "/api/v1/summary?by=area,status";

    static List<Shape> of(Register register, Walk walk) {
        String page = LIST + "limit=50&cursor=";
        String instrument = register.instrument(register.synthetic() / 3);
        return List.of(
                new Shape("one commitment by code", Group.ONE, codes(register)),
                list("area=AI&status=in_progress"),
                list("party=LA&kind=programme"),
                list("instrument=" + instrument),
                new Shape("list: all, second page", Group.SECOND_PAGE, List.of(page + walk.near())),
                new Shape("list: all, page at 90 %", Group.FAR_PAGE, List.of(page + walk.far())),
                new Shape("summary: area,status", Group.SUMMARY, List.of(SUMMARY)),
                new Shape(
                        "summary: area,status of BRDE-2023",
                        Group.SUMMARY,
                        List.of(SUMMARY + "&instrument=BRDE-2023")));
    }

    private static Shape list(String filter) {
        return new Shape("list: " + filter, Group.LIST, List.of(LIST + filter + "&limit=50"));
    }

    /** Codes from all over the register. */
    private static List<String> codes(Register register) {
        int codes = Math.min(CODES, register.synthetic());
        return IntStream.range(0, codes)
                .mapToObj(i -> "/api/v1/commitments/" + register.code((int) ((long) i * register.synthetic() / codes)))
                .toList();
    }
}
