package org.servanda.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Accept-Encoding says (RFC 9110, 12.5.3). */
class AcceptedCodingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                           | false | true  | false",
                "''                             | false | true  | false",
                "gzip                           | true  | true  | false",
                "GZIP                           | true  | true  | false",
                "x-gzip                         | true  | true  | false",
                "*                              | true  | true  | false",
                "br, gzip                       | true  | true  | false",
                "br                             | false | true  | false",
                "gzip;q=0                       | false | true  | false",
                "gzip;Q=0                       | false | true  | false",
                "gzip ; q = 0.000               | false | true  | false",
                "gzip;q=0, *                    | false | true  | false",
                "*, gzip;q=0                    | false | true  | false",
                "gzip;q=0.001                   | true  | true  | false",
                "gzip;q=0.5, identity           | false | true  | false",
                "gzip;q=0.5, identity;q=0.4     | true  | true  | false",
                "identity;q=0, gzip             | true  | false | false",
                "identity;q=0, *                | true  | false | false",
                "*;q=0, gzip                    | true  | false | false",
                "*;q=0, identity                | false | true  | false",
                "identity;q=0                   | false | false | true",
                "*;q=0                          | false | false | true",
                "gzip;q=0, identity;q=0         | false | false | true",
                "gzip;q=0, *;q=0                | false | false | true",
                "gzip;q=high                    | true  | true  | false",
                "deflate;a=\"x,gzip;q=0\", gzip | true  | true  | false"
            })
    void itIsReadByWeightWhateverItsOrderAndCase(String header, boolean gzip, boolean identity, boolean nothing) {
        AcceptedCodings codings = AcceptedCodings.of(header);
        assertEquals(gzip, codings.prefersGzip(), "gzip");
        assertEquals(identity, codings.acceptsIdentity(), "as it is");
        assertEquals(nothing, codings.acceptsNothing(), "nothing");
    }
}
