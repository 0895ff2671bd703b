package org.servanda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What can be said of the image without building it: no machine that runs the tests needs a container engine. */
class DockerfileTest {

    private static final Pattern SECRET =
            Pattern.compile("(?i)[A-Z0-9_]*(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|API_?KEY|PRIVATE_?KEY)[A-Z0-9_]*");

    /** One instruction: its word, and all that follows on one line. */
    private record Instruction(String word, String rest) {}

    private final List<Instruction> dockerfile = read(Path.of("Dockerfile"));

    @Test
    void oneStageBuildsAndAnotherRuns() {
        List<String> images = all("FROM");
        assertEquals(2, images.size());
        assertTrue(images.get(0).endsWith(" AS build"), images.get(0));
        assertTrue(all("COPY").stream().anyMatch(copy -> copy.startsWith("--from=build ")), "nothing is taken over");
    }

    @Test
    void baseImagesArePinnedToATag() {
        for (String image : all("FROM")) {
            String name = image.split(" ")[0];
            String tag = name.substring(name.lastIndexOf('/') + 1).replaceFirst("^[^:@]*[:@]?", "");
            assertFalse(tag.isEmpty() || tag.equals("latest") || tag.contains("$"), image);
        }
    }

    @Test
    void theProgramDoesNotRunAsRoot() {
        String user = last("USER").split(":")[0];
        assertTrue(user.matches("\\d+"), "a number, so that a cluster can check it: " + user);
        assertTrue(Integer.parseInt(user) != 0, "the program runs as root");
    }

    @Test
    void theImageTellsWhetherItIsReady() {
        String check = last("HEALTHCHECK");
        assertTrue(check.contains("/q/health/ready"), check);
        assertFalse(check.contains("curl") || check.contains("wget"), "neither is in the image");
        assertTrue(array(check.substring(check.indexOf("CMD ") + 4)), check);
    }

    @Test
    void javaItselfGetsTheSignalToStop() {
        String entry = last("ENTRYPOINT");
        assertTrue(array(entry), "the exec form, not a shell around it: " + entry);
        assertTrue(entry.startsWith("[\"java\"") || entry.contains("\"exec java "), entry);
        assertTrue(all("CMD").isEmpty());
    }

    @Test
    void onlyDataIsDeclaredWritable() {
        assertEquals(List.of("/data"), all("VOLUME"));
        assertTrue(all("ENV").contains("SERVANDA_DATA_DIR=/data"));
    }

    @Test
    void noSecretIsBakedIn() {
        dockerfile.stream()
                .filter(instruction -> instruction.word.equals("ENV") || instruction.word.equals("ARG"))
                .forEach(instruction ->
                        assertFalse(SECRET.matcher(instruction.rest).find(), instruction.rest));
    }

    @Test
    void everythingThatIsCopiedExists() {
        List<String> copies =
                all("COPY").stream().filter(copy -> !copy.startsWith("--from=")).toList();
        assertFalse(copies.isEmpty());
        for (String copy : copies) {
            String[] paths = copy.split(" ");
            for (String source : Arrays.copyOf(paths, paths.length - 1)) {
                assertTrue(Files.exists(Path.of(source)), source + " is copied but not there");
            }
        }
    }

    @Test
    void everythingThatIsCopiedIsSentToTheBuild() {
        List<String> sent = lines(Path.of(".dockerignore"));
        all("COPY").stream()
                .filter(copy -> !copy.startsWith("--from="))
                .forEach(copy -> assertTrue(sent.contains("!" + copy.split(" ")[0]), copy));
    }

    private List<String> all(String word) {
        return dockerfile.stream()
                .filter(instruction -> instruction.word.equals(word))
                .map(Instruction::rest)
                .toList();
    }

    private String last(String word) {
        List<String> all = all(word);
        assertFalse(all.isEmpty(), "there is no " + word);
        return all.get(all.size() - 1);
    }

    private static boolean array(String form) {
        return form.startsWith("[\"") && form.endsWith("\"]");
    }

    private static List<Instruction> read(Path file) {
        String text = String.join("\n", lines(file)).replaceAll("\\\\\n\\s*", "");
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new Instruction(parts[0], parts[1]))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
