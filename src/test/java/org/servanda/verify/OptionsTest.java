package org.servanda.verify;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A command names one bundle, and each option once. */
class OptionsTest {

    @Test
    void optionsStandBeforeOrBehindTheBundle() {
        Options options = new Options("bundle.zip", "pinned.pub", null);
        assertEquals(options, Options.parse(List.of("bundle.zip", "--key", "pinned.pub")));
        assertEquals(options, Options.parse(List.of("--key", "pinned.pub", "bundle.zip")));
    }

    @ParameterizedTest
    @CsvSource({
        "--key a, exactly one bundle is checked at a time",
        "a b, exactly one bundle is checked at a time",
        "a --since, --since needs a value",
        "a --key b --key c, --key is given twice",
        "a --quiet, no option --quiet"
    })
    void anyOtherCommandIsRefusedWithTheReason(String command, String why) {
        assertEquals(
                why,
                assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of(command.split(" "))))
                        .getMessage());
    }
}
