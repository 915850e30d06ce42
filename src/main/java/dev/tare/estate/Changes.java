package dev.tare.estate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario takes to be otherwise than its estate states. The estate itself stays as it is.
 *
 * @param rate       factor on the requests of every entry point that has no rate of its own here
 * @param rates      mean requests/s by service with an entry point; the peak follows in proportion
 * @param replicas   processes by service, where it has a unit to itself
 * @param baseImages what lies under the application in the image of a service, or of {@link #ALL}: a known image such as
 *                   {@code alpine:3}, or compressed bytes
 */
@JsonInclude(Include.NON_EMPTY)
public record Changes(@Nullable Double rate, Map<String, Double> rates, Map<String, Double> replicas,
        Map<String, String> baseImages) {
    /** Everything as stated. */
    public static final Changes NONE = new Changes(null, Map.of(), Map.of(), Map.of());
    /** In place of a service: all that are not named themselves. */
    public static final String ALL = "*";

    /** Absent maps are empty; all are kept in the order of their names, so that equal changes are written alike. */
    public Changes {
        rates = sorted(rates);
        replicas = sorted(replicas);
        baseImages = sorted(baseImages);
    }

    /** Whether nothing is changed. */
    @JsonIgnore
    public boolean isNone() {
        return equals(NONE);
    }

    /** With another factor on all rates; nothing for none. */
    public Changes withRate(@Nullable Double factor) {
        return new Changes(factor, rates, replicas, baseImages);
    }

    /** With another rate at one entry point; nothing for the stated one. */
    public Changes withRate(String service, @Nullable Double perSecond) {
        return new Changes(rate, with(rates, service, perSecond), replicas, baseImages);
    }

    /** With other replicas of one service; nothing for the stated ones. */
    public Changes withReplicas(String service, @Nullable Double count) {
        return new Changes(rate, rates, with(replicas, service, count), baseImages);
    }

    /** With another base image of one service, or of {@link #ALL}; nothing for the one it has. */
    public Changes withBaseImage(String service, @Nullable String image) {
        return new Changes(rate, rates, replicas, with(baseImages, service, image));
    }

    /** For services under other names; {@code now} gives nothing for one that is gone. */
    public Changes renamed(UnaryOperator<@Nullable String> now) {
        return new Changes(rate, renamed(rates, now), renamed(replicas, now), renamed(baseImages, now));
    }

    /** The services it speaks of. */
    @JsonIgnore
    Set<String> services() {
        Set<String> services = new TreeSet<>(rates.keySet());
        services.addAll(replicas.keySet());
        services.addAll(baseImages.keySet());
        services.remove(ALL);
        return services;
    }

    private static <T> Map<String, T> renamed(Map<String, T> by, UnaryOperator<@Nullable String> now) {
        Map<String, T> renamed = new TreeMap<>();
        by.forEach((service, value) -> {
            String name = service.equals(ALL) ? service : now.apply(service);
            if (name != null) {
                renamed.put(name, value);
            }
        });
        return renamed;
    }

    private static <T> Map<String, T> with(Map<String, T> by, String service, @Nullable T value) {
        Map<String, T> other = new TreeMap<>(by);
        if (value == null) {
            other.remove(service);
        } else {
            other.put(service, value);
        }
        return other;
    }

    private static <T> Map<String, T> sorted(@Nullable Map<String, T> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(given));
    }
}
