package org.servanda.importing;

import java.util.List;

import org.servanda.start.StartRefusal;

/** Fault in a seed file, with its line, counted from 1. */
record SeedFault(String file, int line, String message) {

    /** Refusal to start with faulty seeds, with every fault: a register that is half right is not served. */
    static final class BrokenSeeds extends StartRefusal {

        private static final long serialVersionUID = 1L;

        private final transient List<SeedFault> faults;

        BrokenSeeds(List<SeedFault> faults) {
            super(message(faults));
            this.faults = faults;
        }

        private static String message(List<SeedFault> faults) {
            return faults.size() + " fault(s) in the seeds:\n"
                    + String.join("\n", faults.stream().map(SeedFault::toString).toList());
        }

        List<SeedFault> faults() {
            return faults;
        }
    }

    @Override
    public String toString() {
        return "  " + file + ":" + line + ": " + message;
    }
}
