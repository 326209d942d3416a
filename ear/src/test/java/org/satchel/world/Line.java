package org.satchel.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The line from a child to its parent: a port of this machine that passes on to the parent's. It is good until it is told to be otherwise.
 *
 * <p>A {@linkplain #roughen rough} line refuses connections, resets them, ends them or stalls them after random numbers of bytes, and is
 * dead altogether now and then. What happens is drawn from a seed; who meets it depends on the threads.
 */
public final class Line implements AutoCloseable {

    private static final int BUFFER = 8_192;
    private static final long LONGEST_STALL_MS = 2_000;
    private static final long LONGEST_OUTAGE_MS = 4_000;

    private final ServerSocket entrance;
    private final int farPort;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong mishaps = new AtomicLong();
    private final Object gate = new Object();
    private final StringBuilder withheld = new StringBuilder();

    private volatile Random rough;
    private volatile boolean cut;
    private volatile long deadUntil;
    private boolean holding;

    private Line(ServerSocket entrance, int farPort) {
        this.entrance = entrance;
        this.farPort = farPort;
    }

    /** A good line to the port of this machine. */
    public static Line to(int farPort) {
        try {
            var line = new Line(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), farPort);
            start("line to " + farPort, line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for a line", e);
        }
    }

    /** What stands before the path in an address that goes over this line. */
    public String address() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** From now on it fails at random. */
    public void roughen(long seed) {
        rough = new Random(seed);
        resetAll();
    }

    /** No connection any more; those that are there are reset. */
    public void cut() {
        cut = true;
        resetAll();
    }

    /** It is good again. */
    public void mend() {
        rough = null;
        cut = false;
        deadUntil = 0;
        letAnswersGo();
    }

    /** How often it failed while it was rough. */
    public long mishaps() {
        return mishaps.get();
    }

    /** From now on what the parent answers stays on the way. */
    public void holdAnswers() {
        synchronized (gate) {
            holding = true;
            withheld.setLength(0);
        }
    }

    /** Waits until an answer with the text is on the way. */
    public void awaitAnswer(String text, Duration patience) {
        Waiting.until("an answer with " + text + " is on the way", patience, () -> {
            synchronized (gate) {
                return withheld.indexOf(text) >= 0;
            }
        });
    }

    public void letAnswersGo() {
        synchronized (gate) {
            holding = false;
            gate.notifyAll();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                open(entrance.accept());
            } catch (IOException e) {
                // The entrance was closed, or the parent is not there: whoever came has been told by a reset.
            }
        }
    }

    private void open(Socket near) throws IOException {
        var connection = new Connection(near);
        if (cut || isRefused()) {
            connection.reset();
            return;
        }
        try {
            connection.far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), farPort));
        } catch (IOException e) {
            connection.reset();
            throw e;
        }
        connections.add(connection);
        start("line up", () -> connection.pass(near, connection.far, false));
        start("line down", () -> connection.pass(connection.far, near, true));
    }

    private boolean isRefused() {
        if (System.nanoTime() < deadUntil) {
            return true;
        }
        var random = rough;
        return random != null && random.nextInt(6) == 0 && mishap();
    }

    private boolean mishap() {
        mishaps.incrementAndGet();
        return true;
    }

    private void resetAll() {
        connections.forEach(Connection::reset);
    }

    private void goDead(Random random) {
        deadUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_OUTAGE_MS));
        resetAll();
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        letAnswersGo();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection: what it may carry before something happens to it is drawn when it starts to carry. */
    private final class Connection {

        private final Socket near;
        private final Socket far = new Socket();
        private long bytesLeft;
        private boolean drawn;

        Connection(Socket near) {
            this.near = near;
        }

        void pass(Socket from, Socket to, boolean answers) {
            var buffer = new byte[BUFFER];
            try {
                var in = from.getInputStream();
                var out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    int may = allowed(read);
                    if (answers) {
                        awaitGate(buffer, may);
                    }
                    out.write(buffer, 0, may);
                    if (may < read) {
                        happen();
                        out.write(buffer, may, read - may);
                    }
                }
                to.shutdownOutput();
            } catch (IOException e) {
                reset();
            }
        }

        private synchronized int allowed(int read) {
            var random = rough;
            if (random == null) {
                drawn = false;
                return read;
            }
            if (!drawn) {
                // From a hundred bytes to a megabyte, each size as likely.
                bytesLeft = (long) Math.pow(10, 2 + 4 * random.nextDouble());
                drawn = true;
            }
            int may = (int) Math.min(read, bytesLeft);
            bytesLeft -= may;
            return may;
        }

        private void happen() throws IOException {
            var random = rough;
            if (random == null || !mishap()) {
                return;
            }
            synchronized (this) {
                drawn = false;
            }
            switch (random.nextInt(8)) {
                case 0 -> goDead(random);
                case 1, 2 -> end();
                case 3, 4, 5 -> stall(random.nextLong(LONGEST_STALL_MS));
                default -> reset();
            }
        }

        private void awaitGate(byte[] buffer, int count) {
            synchronized (gate) {
                if (holding) {
                    withheld.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                }
                while (holding) {
                    try {
                        gate.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }
        }

        private void stall(long millis) {
            try {
                new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** As a process ends that closes what it has. */
        private void end() throws IOException {
            connections.remove(this);
            near.close();
            far.close();
        }

        /** As a line breaks: without a word. */
        private void reset() {
            connections.remove(this);
            resetOf(near);
            resetOf(far);
        }

        private void resetOf(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It was closed before.
            }
        }
    }
}
