package org.servanda.web;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Accept says (RFC 9110, 12.5.1). */
class AcceptedTypesTest {

    private static final List<String> OFFERED = List.of("application/json", "text/csv", "application/pdf");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                                          | application/json",
                "''                                            | application/json",
                "*/*                                           | application/json",
                "*/*;q=0                                       | none",
                "text/*                                        | text/csv",
                "TEXT/CSV                                      | text/csv",
                "text/csv;q=0.5, application/json;q=0.1        | text/csv",
                "text/csv;q=0.5, */*;q=0.1                     | text/csv",
                "application/json;q=0, */*                     | text/csv",
                "*/*, application/json;q=0, text/*;q=0         | application/pdf",
                "application/*;q=0, text/*                     | text/csv",
                "application/json;q=0                          | none",
                "application/json;Q=0, text/csv;q=0.2          | text/csv",
                "text/html, application/xhtml+xml, */*;q=0.8   | application/json",
                "text/html                                     | none",
                "foo                                           | none",
                "','                                           | none",
                "application/json; profile=\"a,text/csv\"      | application/json",
                "application/pdf, application/json             | application/json",
                "text/csv; charset=utf-8; q=1.000              | text/csv"
            })
    void theOneWithTheGreatestWeightIsTakenAndNoneOfWeightZero(String header, String best) {
        AcceptedTypes types = AcceptedTypes.of(header);
        assertEquals(best, types.best(OFFERED, Function.identity()).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*;q=0                          | true",
                "application/json;q=0             | true",
                "application/json;q=0, */*        | true",
                "*/*;q=0, application/*           | false",
                "text/csv                         | false",
                "*/*                              | false"
            })
    void whatIsNotNamedIsNotRefused(String header, boolean refused) {
        assertEquals(refused, AcceptedTypes.of(header).refuses("application/json"));
    }
}
