package org.satchel.web.api;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A word out of a closed choice, as a caller wrote it. */
final class Choices {

    private Choices() {}

    /** @throws BadRequestException that names the choices */
    static <E extends Enum<E>> E of(Class<E> choices, String name, String given) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new BadRequestException(name + " is one of "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
