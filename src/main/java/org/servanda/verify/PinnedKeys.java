package org.servanda.verify;

import java.util.List;

/**
 * The keys that {@code --key} names: a file of keys, or a key itself. The auditor got them another way than with the bundle.
 *
 * @param argument as the command has it
 */
record PinnedKeys(String argument, List<VerifierKey> keys) {

    static PinnedKeys read(String argument) {
        boolean literal = argument.matches("[^+ ]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+") && !InputFiles.exists(argument);
        String text = literal ? argument : InputFiles.text(argument);
        try {
            List<VerifierKey> keys = VerifierKey.parseAll(
                    text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n"), literal ? "--key" : argument);
            if (keys.isEmpty()) throw new UnusableFileException(argument, "holds no key");
            return new PinnedKeys(argument, keys);
        } catch (RefusedException e) {
            throw new UnusableFileException(e.place(), e.getMessage());
        }
    }
}
