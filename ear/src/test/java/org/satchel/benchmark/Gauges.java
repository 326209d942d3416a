package org.satchel.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What processes used while something was measured: processor seconds of each, and the largest heap seen of each Java one. */
final class Gauges implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Map<String, ProcessHandle> processes;
    private final Map<String, Duration> cpuBefore = new LinkedHashMap<>();
    private final Map<String, Long> heapHighKb = new LinkedHashMap<>();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();

    /** @param processes by name; those whose name begins with a capital letter and run Java have their heap sampled */
    Gauges(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        processes.forEach((name, process) -> cpuBefore.put(name, cpu(process)));
        sampler.scheduleAtFixedRate(this::sampleHeaps, 0, 1, TimeUnit.SECONDS);
    }

    double cpuSeconds(String name) {
        return cpu(processes.get(name)).minus(cpuBefore.get(name)).toMillis() / 1000.0;
    }

    long heapHighMb(String name) {
        return heapHighKb.getOrDefault(name, 0L) / 1024;
    }

    /** The most memory the process ever held. */
    long residentHighMb(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + processes.get(name).pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void sampleHeaps() {
        processes.forEach((name, process) -> {
            if (process.info().command().orElse("").endsWith("java")) {
                heapHighKb.merge(name, heapKb(process.pid()), Math::max);
            }
        });
    }

    private static long heapKb(long pid) {
        try {
            var jcmd = new ProcessBuilder("jcmd", Long.toString(pid), "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            var found = USED.matcher(new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
