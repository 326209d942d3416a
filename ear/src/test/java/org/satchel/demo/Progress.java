package org.satchel.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the watcher what happens, with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String text, Object... arguments) {
        out.printf(Locale.ROOT, "[%4d s] %s%n", seconds(), String.format(Locale.ROOT, text, arguments));
        out.flush();
    }

    void print(String text) {
        out.println(text);
        out.flush();
    }

    long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000;
    }
}
