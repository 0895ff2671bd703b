package org.servanda.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.servanda.testing.Requirements;

/** README and tutorials do what they say, step by step, with the packaged program. */
class DocumentationIT {

    private static final Path TUTORIALS = Path.of("docs/tutorials");

    /** It needs a Keycloak: KeycloakIT runs it. */
    private static final Path SINGLE_SIGN_ON = TUTORIALS.resolve("single-sign-on.md");

    @BeforeAll
    static void hasWhatTheyUse() {
        for (String[] need : new String[][] {{"bash", "bash"}, {"curl", "curl"}, {"sha256sum", "coreutils"}})
            Requirements.command("README and tutorials", need[0], need[1]);
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> tutorials = Files.list(TUTORIALS)) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            tutorials
                                    .filter(file -> !file.equals(SINGLE_SIGN_ON))
                                    .sorted())
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aDocumentDoesWhatItSays(Path document, @TempDir Path folder) throws Exception {
        try (DocumentRun run = DocumentRun.of(document, folder, Map.of(), Map.of())) {
            run.finish();
        }
    }
}
