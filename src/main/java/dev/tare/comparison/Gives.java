package dev.tare.comparison;

import dev.tare.catalogue.Gift;
import java.util.List;

/**
 * What a scenario's weight buys.
 *
 * @param gifts            what the chosen options give
 * @param isolationLevel   strength of the walls between units, 0 (none) to 5
 * @param unmet            services whose need to be kept apart is not met, with the reason
 * @param releasedAlone    services that are a unit of their own, so that they can be released and scaled alone
 * @param services         how many there are
 * @param largestUnit      services in the largest unit
 * @param teamsInAUnit     most teams that share a unit
 * @param mixedUnits       units that hold services of more than one language family
 * @param rewritten        services in them that are not of the unit's most common family
 */
public record Gives(List<Gift> gifts, int isolationLevel, List<Unmet> unmet, int releasedAlone, int services,
        int largestUnit, int teamsInAUnit, int mixedUnits, int rewritten) {
    /** A service that needs to be kept apart and is not. */
    public record Unmet(String service, String need, String reason) {}
}
