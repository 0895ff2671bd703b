package org.servanda.importing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.servanda.importing.SeedFault.BrokenSeeds;
import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Seeds that are loaded again change nothing; corrected ones are applied as a change. */
@HttpTest
class SeedReloadTest {

    private static final SeedFolder REAL = SeedFolder.at(Path.of("seeds"));
    private static final String COMMITMENTS = "instruments/ACJS-2024/commitments.yaml";

    @Inject
    SeedWriter writer;

    private int apply(SeedFolder folder) {
        return QuarkusTransaction.requiringNew().call(() -> writer.apply(new SeedReader(folder).read()));
    }

    private static SeedFolder with(String path, String from, String to) {
        String text = REAL.read(path).orElseThrow();
        assertTrue(text.contains(from), path + " holds " + from);
        Map<String, String> changed = Map.of(path, text.replace(from, to));
        return name -> Optional.ofNullable(changed.get(name)).or(() -> REAL.read(name));
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void loadingTwiceChangesNothing() {
        int before = revision();
        assertEquals(0, apply(REAL));
        assertEquals(before, revision());
    }

    @Test
    void aCorrectedTitleIsAppliedToThatCommitmentAlone() {
        String title = given().get("/api/v1/commitments/ACJS-2024.III.2").path("title.en");
        int version = given().get("/api/v1/commitments/ACJS-2024.III.2").path("version");
        int before = revision();
        try {
            assertEquals(1, apply(with(COMMITMENTS, title, "Quetzal practices")));
            assertEquals(before + 1, revision());
            given().get("/api/v1/commitments/ACJS-2024.III.2")
                    .then()
                    .body("title.en", is("Quetzal practices"))
                    .body("version", is(version + 1))
                    .body("revision", is(before + 1));
            given().get("/api/v1/commitments?q=quetzal").then().body("items.code", hasItem("ACJS-2024.III.2"));
            given().get("/api/v1/summary?by=status").then().body("denominator", is(115));
        } finally {
            assertEquals(1, apply(REAL));
        }
        given().get("/api/v1/commitments?q=quetzal").then().body("items.size()", is(0));
    }

    @Test
    void aCorrectedAreaMovesTheCounts() {
        int ai = given().get("/api/v1/commitments?primaryArea=AI&count=true&limit=1")
                .path("total");
        String text = REAL.read(COMMITMENTS).orElseThrow();
        int at = text.indexOf("code: ACJS-2024.III.2");
        String corrected = text.substring(0, at) + text.substring(at).replaceFirst("area: AI", "area: TECH");
        try {
            apply(name -> name.equals(COMMITMENTS) ? Optional.of(corrected) : REAL.read(name));
            given().get("/api/v1/commitments?primaryArea=AI&count=true&limit=1")
                    .then()
                    .body("total", is(ai - 1));
        } finally {
            apply(REAL);
        }
        given().get("/api/v1/commitments?primaryArea=AI&count=true&limit=1")
                .then()
                .body("total", is(ai));
    }

    @Test
    void aCodeThatVanishesFromTheSeedsIsRefusedAndNothingIsChanged() {
        int before = revision();
        Seeds seeds = new SeedReader(REAL).read();
        Seeds fewer = new Seeds(
                seeds.areas(),
                seeds.parties(),
                seeds.vocabularies(),
                seeds.instruments().stream()
                        .map(instrument -> new Seeds.SeededInstrument(
                                instrument.view(),
                                instrument.texts(),
                                instrument.passages(),
                                instrument
                                        .commitments()
                                        .subList(1, instrument.commitments().size())))
                        .toList(),
                seeds.links());
        BrokenSeeds refused = assertThrows(
                BrokenSeeds.class, () -> QuarkusTransaction.requiringNew().run(() -> writer.apply(fewer)));
        assertEquals(4, refused.faults().size());
        assertEquals(before, revision());
    }
}
