package org.servanda.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.ClosingSummary.TestClass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClosingSummaryTest {

    @TempDir
    Path folder;

    private static String told(List<TestClass> classes, List<String> notRun) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ClosingSummary.tell(
                new PrintStream(told, true, StandardCharsets.UTF_8), classes, Duration.ofSeconds(754), notRun);
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theTenSlowestClassesComeFirstAndTheMinutesAfterThem() {
        List<TestClass> classes = new ArrayList<>();
        for (int i = 1; i <= 12; i++) classes.add(new TestClass("Class" + i, 3, i == 12 ? 1 : 0, i));
        String told = told(classes, List.of());
        assertTrue(told.indexOf("Class12") < told.indexOf("Class3"), told);
        assertTrue(told.contains("12.0 s     3 tests  Class12"), told);
        assertFalse(told.contains("Class2\n"), told);
        assertTrue(told.endsWith("36 tests in 12 classes, 1 skipped; the build took 12 min 34 s\n"), told);
    }

    @Test
    void whatWasNotRunIsNamedLastAndOnce() {
        String told = told(List.of(), List.of("NOT RUN: a - b", "NOT RUN: a - b", "NOT RUN: c - d"));
        assertTrue(told.endsWith("12 min 34 s\nNOT RUN: a - b\nNOT RUN: c - d\n"), told);
    }

    @Test
    void aReportIsReadAsSurefireWritesIt() throws IOException {
        Path report = Files.writeString(
                folder.resolve("TEST-org.servanda.DatabaseTest-h2.xml"),
                "<testsuite name=\"org.servanda.DatabaseTest(h2)\" time=\"0.005\" tests=\"2\" errors=\"0\" skipped=\"1\"/>");
        assertEquals(new TestClass("org.servanda.DatabaseTest(h2)", 2, 1, 0.005), TestClass.of(report));
    }
}
