package org.servanda.documentation;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DocumentStepTest {

    private static List<DocumentStep> steps(String document) {
        return DocumentStep.of(document.lines().toList());
    }

    @Test
    void aCommandIsFollowedByWhatItPrints() {
        List<DocumentStep> steps = steps(
                """
                Ask:

                ```bash
                curl \\
                  one

                ```
                ```json
                {"n":1}
                ```

                And again, which prints nothing:

                ```bash
                true
                ```
                """);
        assertEquals(
                List.of(
                        new DocumentStep(
                                new FencedBlock(3, "bash", "curl \\\n  one\n", 8),
                                Optional.of(new FencedBlock(8, "json", "{\"n\":1}", 12))),
                        new DocumentStep(new FencedBlock(14, "bash", "true", 0), Optional.empty())),
                steps);
    }

    @Test
    void twoCommandsOneBehindTheOtherAreTwoSteps() {
        assertEquals(2, steps("```bash\na\n```\n```bash\nb\n```").size());
    }

    @Test
    void aBlockThatWouldBeNeitherRunNorComparedIsRefusedWithItsLine() {
        for (String document : List.of(
                "```bash\na\n```\nprose\n```json\n{}\n```",
                "```bash\na\n```\nprose\n```sh\nb\n```",
                "\n\n\n\n```\nx\n```")) {
            String told = assertThrows(IllegalArgumentException.class, () -> steps(document))
                    .getMessage();
            assertTrue(told.startsWith("line 5: "), told);
        }
    }

    @Test
    void aBlockThatIsNotClosedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> steps("```bash\na"));
    }
}
