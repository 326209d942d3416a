package org.satchel.demo;

/** The demo cannot go on; the message says why and what to do. */
final class DemoFailed extends RuntimeException {

    DemoFailed(String message) {
        super(message);
    }

    DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
