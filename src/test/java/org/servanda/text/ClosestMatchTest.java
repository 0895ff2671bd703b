package org.servanda.text;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClosestMatchTest {

    private static final List<String> KINDS =
            List.of("pledge", "programme", "institution", "event", "infrastructure", "deployment", "negotiation");

    @ParameterizedTest
    @CsvSource({
        "plegde, pledge",
        "pledges, pledge",
        "program, programme",
        "PLEDGE, pledge",
        "Infrastucture, infrastructure",
        "pledge, pledge"
    })
    void aSlipFindsTheWordThatWasMeant(String misspelt, String meant) {
        assertEquals(Optional.of(meant), ClosestMatch.to(misspelt, KINDS));
    }

    @ParameterizedTest
    @CsvSource({"promise", "''", "承诺", "x"})
    void aWordThatIsMostlyDifferentIsNoSlip(String other) {
        assertEquals(Optional.empty(), ClosestMatch.to(other, KINDS));
    }

    @Test
    void upToAThirdOfTheLettersMayDiffer() {
        assertEquals(Optional.of("abcdef"), ClosestMatch.to("abcdxy", List.of("abcdef")));
        assertEquals(Optional.empty(), ClosestMatch.to("abcxyz", List.of("abcdef")));
    }

    @Test
    void oneLetterMayDifferHoweverShortTheWord() {
        assertEquals(Optional.of("CN"), ClosestMatch.to("CM", List.of("CN")));
        assertEquals(Optional.empty(), ClosestMatch.to("XY", List.of("CN")));
    }

    @Test
    void theNearestOfSeveralIsChosen() {
        assertEquals(
                Optional.of("ACJS-2024.III.2"),
                ClosestMatch.to("acjs-2024.III.2", List.of("ACJS-2024.II.2", "ACJS-2024.III.2")));
    }

    @Test
    void ofTwoEquallyNearTheFirstByNameIsChosenWhateverTheirOrder() {
        assertEquals(Optional.of("LA"), ClosestMatch.to("LX", List.of("LB", "LA")));
        assertEquals(Optional.of("LA"), ClosestMatch.to("LX", List.of("LA", "LB")));
    }

    @ParameterizedTest
    @CsvSource({"cnx, anx, cna", "CNX, ANX, CNA", "cnx, ANX, CNA"})
    void ofTwoEquallyNearTheOneThatBeginsAlikeIsChosen(String misspelt, String other, String meant) {
        assertEquals(Optional.of(meant), ClosestMatch.to(misspelt, List.of(other, meant)));
    }

    @Test
    void twoNeighboursMayBeSwappedInAWordOfFourLetters() {
        assertEquals(Optional.of("kind"), ClosestMatch.to("knid", List.of("kind")));
        assertEquals(Optional.empty(), ClosestMatch.to("aib", List.of("abi")));
    }

    @Test
    void nothingIsNearWhenNothingIsKnown() {
        assertEquals(Optional.empty(), ClosestMatch.to("pledge", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"ＡＩ, AI", "'A\u200BI', AI", "“AI”, AI", "acjs–2024, ACJS-2024", "-updatd, -updated", "updatd, updated"})
    void whatReadersDoNotSeeAsADifferenceIsNone(String written, String nearest) {
        assertEquals(
                Optional.of(nearest),
                ClosestMatch.to(written, List.of("AI", "DC", "ACJS-2024", "updated", "-updated")));
    }
}
