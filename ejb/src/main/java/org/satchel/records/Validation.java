package org.satchel.records;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bean Validation of a request's records, all of them before the first is refused, so that a sender can mend them in one go. */
final class Validation {

    private static final int SHOWN = 20;

    private final Validator validator;
    private final List<Violation> violations = new ArrayList<>();

    Validation(ValidatorFactory validators) {
        this.validator = validators
                .usingContext()
                .traversableResolver(new EverythingIsThere())
                .getValidator();
    }

    boolean isEnough() {
        return violations.size() >= SHOWN;
    }

    void check(Object entity, Place place) {
        validator.validate(entity).stream()
                .map(broken -> new Violation(
                        place.index(), place.type(), broken.getPropertyPath().toString(), broken.getMessage()))
                .sorted(Comparator.comparing(Violation::property))
                .forEach(violations::add);
    }

    void refuseInvalid() {
        if (violations.isEmpty()) {
            return;
        }
        var first = violations.get(0);
        var shown = violations.subList(0, Math.min(SHOWN, violations.size()));
        throw new RecordRefused(
                Reason.INVALID,
                new Place(first.index(), first.type(), first.property()),
                String.join("; ", shown.stream().map(Violation::toString).toList()) + ".",
                "Give these properties values that fit, then send all of it again; nothing was stored.",
                shown);
    }

    /** Asking JPA of each property whether it is loaded takes longer than validating it; a record that is written has its properties. */
    private static final class EverythingIsThere implements TraversableResolver {

        @Override
        public boolean isReachable(
                Object bean, Path.Node property, Class<?> root, Path pathToBean, ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object bean, Path.Node property, Class<?> root, Path pathToBean, ElementType elementType) {
            return true;
        }
    }
}
