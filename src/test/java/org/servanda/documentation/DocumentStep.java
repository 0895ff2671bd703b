package org.servanda.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document has its reader type, and the answer it shows.
 *
 * @param output the block that directly follows; when there is none, nothing must be printed
 */
record DocumentStep(FencedBlock command, Optional<FencedBlock> output) {

    private static final String COMMAND = "bash";
    private static final List<String> OUTPUT = List.of("json", "");

    /** All of a file, in order. Refuses a block that would be neither run nor compared. */
    static List<DocumentStep> of(List<String> lines) {
        List<FencedBlock> blocks = FencedBlock.of(lines);
        List<DocumentStep> steps = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            FencedBlock command = blocks.get(at);
            if (!command.info().equals(COMMAND))
                throw new IllegalArgumentException("line " + command.line()
                        + ": a block must be bash, or json or plain directly under one of bash, or it is not tested");
            Optional<FencedBlock> output = at + 1 < blocks.size() && shows(blocks.get(at + 1), command)
                    ? Optional.of(blocks.get(++at))
                    : Optional.empty();
            steps.add(new DocumentStep(command, output));
        }
        return List.copyOf(steps);
    }

    private static boolean shows(FencedBlock output, FencedBlock command) {
        return output.line() == command.next() && OUTPUT.contains(output.info());
    }
}
