package org.servanda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process really holds: all live objects, in bytes, counted while the process stands still. */
record Heap(long pid) {

    /** The last line: how many objects there are, and how many bytes they take. */
    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    /** Runs something and says by how much the process held more at any time meanwhile than before it. */
    long growth(Runnable action) {
        long before = live();
        AtomicLong most = new AtomicLong(before);
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!over.get()) most.accumulateAndGet(live(), Math::max);
        });
        watch.start();
        try {
            action.run();
        } finally {
            over.set(true);
            join(watch);
        }
        return most.get() - before;
    }

    private long live() {
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
        if (!total.find()) throw new Broken("jcmd does not tell the heap of " + pid);
        return Long.parseLong(total.group(1));
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder("jcmd", "" + pid, command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Broken("jcmd cannot be run", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
    }
}
