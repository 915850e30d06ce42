package dev.tare.review.costs;

import dev.tare.review.Standing.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one of those that money is divided by is made of: a team or a service of lines, a line of services. The parts add
 * up to the whole, so every way through the table comes to the same sum; what was kept before it was divided this way is a
 * part of its own.
 *
 * @param services the money of the same time by service
 */
record Crossing(By by, Map<String, Money> services) {
    /** Money kept before anybody divided it this way. */
    static final String UNDIVIDED = "";
    /** Less of the whole than this is the order of a sum. */
    private static final double NOTHING = 1e-9;

    Map<String, Money> of(String name, Money whole) {
        Map<String, Money> parts = by == By.LINE ? services(name) : lines(whole);
        Money rest = parts.values().stream().map(part -> part.times(-1)).reduce(whole, Money::plus);
        if (Math.abs(rest.net()) + Math.abs(rest.tare()) > NOTHING * Math.abs(whole.gross())) {
            parts.put(UNDIVIDED, new Money(rest.net(), rest.tare(), null));
        }
        return parts;
    }

    private static Map<String, Money> lines(Money whole) {
        Map<String, Money> parts = new LinkedHashMap<>();
        if (whole.net() != 0) {
            parts.put(StepRows.NET, new Money(whole.net(), 0, null));
        }
        whole.lines().forEach((line, amount) -> parts.put(line, new Money(0, amount, null)));
        return parts;
    }

    private Map<String, Money> services(String line) {
        Map<String, Money> parts = new LinkedHashMap<>();
        services.forEach((service, money) -> {
            Money part = line.equals(StepRows.NET)
                    ? new Money(money.net(), 0, null)
                    : new Money(0, money.lines().getOrDefault(line, 0.0), null);
            if (part.gross() != 0) {
                parts.put(service, part);
            }
        });
        return parts;
    }
}
