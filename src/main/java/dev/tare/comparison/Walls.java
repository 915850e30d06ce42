package dev.tare.comparison;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.catalogue.Option;
import dev.tare.engine.Service.Isolation;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;

/** The walls round units, on the catalogue's scale from 0 (nothing) to 5 (a machine of its own), and what needs demand. */
final class Walls {
    private final Catalogue catalogue;
    private final Asked asked;

    /** Figures a reader put in place of the catalogue's are asked for with the scenario. */
    Walls(Catalogue catalogue, Asked asked) {
        this.catalogue = catalogue;
        this.asked = asked;
    }

    /** The strongest wall any of the options puts round a unit. */
    static int of(Collection<Option> options) {
        return options.stream().filter(option -> option.axis() == Axis.ISOLATION).flatMap(
                option -> option.gives().stream()).map(Gift::strength).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The strength a need demands. */
    int needed(Isolation need) {
        return switch (need) {
            case NONE -> 0;
            case TENANT, REGULATED, UNTRUSTED -> strength(key(need));
        };
    }

    /** The assumption that says how strong the walls must be. */
    static String key(Isolation need) {
        return "need." + need.name().toLowerCase(Locale.ROOT);
    }

    private int strength(String key) {
        double[] values = asked.fixedIn(catalogue.assumptions().likely());
        return (int) Math.ceil(values[catalogue.assumptions().slot(key)]);
    }
}
