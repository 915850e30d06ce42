package dev.tare.comparison;

import dev.tare.comparison.Models.Model;
import dev.tare.engine.Assumptions;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How far the model is off what is billed for what runs now. */
final class Calibration {
    private Calibration() {}

    /** Modelled divided by billed; nothing where no hosting costs are registered, or nothing is known to run. */
    static OptionalDouble of(Model model, Optional<Asked> today, Assumptions assumptions) {
        double billed = billed(model.estate());
        return billed > 0 && today.isPresent()
                ? OptionalDouble.of(modelled(model, today.get(), assumptions) / billed)
                : OptionalDouble.empty();
    }

    /** The factor, or a refusal that says what is missing. */
    static double orRefuse(OptionalDouble calibration) {
        double by = calibration.orElse(0);
        if (!(by > 0)) {
            throw new Invalid("There is nothing to calibrate by.",
                    List.of(Problem.at("calibrated", "hosting costs registered with a service", "none")));
        }
        return by;
    }

    private static double modelled(Model model, Asked today, Assumptions assumptions) {
        return model.engine().gross(today.scenario(), today.fixedIn(assumptions.likely())) / today.usdPerUnit();
    }

    /** What the services are billed, and what somebody said is to be held against the model besides. */
    private static double billed(EstateDocument estate) {
        Stream<BigDecimal> services = estate.services().stream().flatMap(service -> service.costs().stream())
                .map(EstateDocument.Cost::monthly).filter(Objects::nonNull);
        Stream<BigDecimal> others = estate.costs().stream().filter(EstateDocument.EstateCost::counts)
                .map(EstateDocument.EstateCost::monthly).filter(Objects::nonNull);
        return Stream.concat(services, others).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }
}
