package org.servanda.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The last lines of a build: the slowest classes, how many tests ran and how long it took, and what was not run and why. */
public final class ClosingSummary {

    private static final int SLOWEST = 10;

    /**
     * What one report of Surefire or Failsafe says of a class.
     *
     * @param name with the store in parentheses where it ran on one
     */
    record TestClass(String name, int tests, int skipped, double seconds) {

        static TestClass of(Path report) {
            try {
                Element suite = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(report.toFile())
                        .getDocumentElement();
                return new TestClass(
                        suite.getAttribute("name"),
                        Integer.parseInt(suite.getAttribute("tests")),
                        Integer.parseInt(suite.getAttribute("skipped")),
                        Double.parseDouble(suite.getAttribute("time")));
            } catch (IOException | SAXException | ParserConfigurationException e) {
                throw new IllegalStateException(report + " is no report of tests", e);
            }
        }
    }

    private ClosingSummary() {}

    /**
     * @param args the build's folder, and the instant at which the build began
     */
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        List<TestClass> classes = new ArrayList<>(classes(folder.resolve("surefire-reports")));
        classes.addAll(classes(folder.resolve("failsafe-reports")));
        Path missing = folder.resolve(Requirements.NOT_RUN.getFileName());
        List<String> notRun = Files.exists(missing) ? Files.readAllLines(missing) : List.of();
        tell(System.out, classes, Duration.between(Instant.parse(args[1]), Instant.now()), notRun);
    }

    private static List<TestClass> classes(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) return List.of();
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .map(TestClass::of)
                    .toList();
        }
    }

    static void tell(PrintStream out, List<TestClass> classes, Duration took, List<String> notRun) {
        out.println();
        out.println("The slowest test classes:");
        classes.stream()
                .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
                .limit(SLOWEST)
                .forEach(one -> out.printf("%7.1f s  %4d tests  %s%n", one.seconds, one.tests, one.name));
        out.printf(
                "%d tests in %d classes, %d skipped; the build took %d min %d s%n",
                classes.stream().mapToInt(TestClass::tests).sum(),
                classes.size(),
                classes.stream().mapToInt(TestClass::skipped).sum(),
                took.toMinutes(),
                took.toSecondsPart());
        notRun.stream().distinct().forEach(out::println);
    }
}
