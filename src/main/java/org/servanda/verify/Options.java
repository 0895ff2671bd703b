package org.servanda.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of the command line.
 *
 * @param key null when it was left out
 * @param since null when it was left out
 */
record Options(String bundle, String key, String since) {

    /** @throws IllegalArgumentException whose message says what is wrong with the command */
    static Options parse(List<String> args) {
        Map<String, String> options = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) files.add(arg);
            else if (!Set.of("--key", "--since").contains(arg)) throw new IllegalArgumentException("no option " + arg);
            else if (i + 1 == args.size()) throw new IllegalArgumentException(arg + " needs a value");
            else if (options.put(arg, args.get(++i)) != null)
                throw new IllegalArgumentException(arg + " is given twice");
        }
        if (files.size() != 1) throw new IllegalArgumentException("exactly one bundle is checked at a time");
        return new Options(files.get(0), options.get("--key"), options.get("--since"));
    }
}
