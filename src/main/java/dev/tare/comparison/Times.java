package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question.Ask;
import dev.tare.engine.Dimension;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Scenario;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Times of one estate's scenarios over the draws, which take longest to find of all that is drawn. Kept by what decides
 * them: a price somebody changes makes no request slower.
 */
final class Times {
    private static final int REMEMBERED = 64;
    private static final Set<Dimension> NO_TIME = EnumSet.of(Dimension.USD, Dimension.USD_PER_VCPU_HOUR,
            Dimension.USD_PER_GIB_HOUR, Dimension.USD_PER_HOUR, Dimension.USD_PER_MONTH, Dimension.USD_PER_GB,
            Dimension.USD_PER_GB_MONTH, Dimension.USD_PER_GB_SECOND, Dimension.USD_PER_EVENT, Dimension.HOURS,
            Dimension.BYTES, Dimension.FTE);

    private final Catalogue catalogue;
    private final Remembered<Key, Drawn> known = new Remembered<>(REMEMBERED);

    Times(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A scenario as far as time goes, and the draws. */
    private record Key(Ask ask, List<Integer> units, Map<Integer, Double> fixed, int draws, long seed) {}

    /** Of one scenario; {@code draws} holds what it fixes already. */
    Drawn of(Engine engine, Asked asked, Draws draws, long seed) {
        if (draws.count() == 0) {
            return Drawn.nothing();
        }
        Scenario scenario = asked.scenario();
        Ask ask = asked.ask();
        Ask shape = new Ask("", ask.preset(), ask.shape(), null, asked.axes(), asked.grouping(), Map.of());
        Key key = new Key(scenario.today() ? Ask.today() : shape, Arrays.stream(scenario.units()).boxed().toList(),
                timed(asked.fixedSlots()), draws.count(), seed);
        return known.of(key, () -> engine.drawTimes(List.of(scenario), draws));
    }

    private Map<Integer, Double> timed(Map<Integer, Double> fixed) {
        Map<Integer, Double> timed = new TreeMap<>(new HashMap<>(fixed));
        timed.keySet().removeIf(slot -> NO_TIME.contains(catalogue.dimension(catalogue.assumptions().key(slot))));
        return timed;
    }
}
