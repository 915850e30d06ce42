package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Gives.Buy;
import dev.tare.engine.Bill.Input;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Param;
import dev.tare.engine.Service.Isolation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How what a scenario buys was found: in words and symbols, with what went in at likely values. */
final class GivesWorkings {
    private final Catalogue catalogue;
    private final Asked asked;
    private final double[] likely;
    private final int units;

    GivesWorkings(Catalogue catalogue, Asked asked, int units) {
        this.catalogue = catalogue;
        this.asked = asked;
        this.likely = asked.fixedIn(catalogue.assumptions().likely());
        this.units = units;
    }

    /** {@code needs} are what services need, each once. */
    Map<Buy, Working> of(Gives gives, List<Isolation> needs) {
        Map<Buy, Working> workings = new EnumMap<>(Buy.class);
        workings.put(Buy.ISOLATION, isolation(gives, needs));
        workings.put(Buy.OUTAGE, outage(gives));
        workings.put(Buy.AVAILABILITY, availability(gives));
        workings.put(Buy.RELEASES, releases(gives));
        workings.put(Buy.LANGUAGES, languages(gives));
        if (gives.start() != null) {
            workings.put(Buy.START, start(gives.start()));
        }
        if (gives.move() != null) {
            workings.put(Buy.MOVE, move(gives.move()));
        }
        return workings;
    }

    private Working isolation(Gives gives, List<Isolation> needs) {
        List<Input> inputs = new ArrayList<>(
                List.of(count("strength of the walls of this shape", gives.isolationLevel()),
                        count("services that need more than they get", gives.unmet().size())));
        needs.forEach(need -> inputs.add(assumption(Walls.key(need))));
        return new Working(
                "a need is met where a service has its process to itself and the walls round it are at least "
                        + "as strong as the need, from 0 (nothing) to 5 (a machine of its own)",
                inputs);
    }

    private Working outage(Gives gives) {
        return new Working(
                "for each unit: requests that have to reach it \u00f7 all requests from outside; the most, and "
                        + "the mean over all units",
                List.of(count("units", units), share("lost while the worst is down", gives.outage().worstLost()),
                        share("lost while one of them is down, on average", gives.outage().meanLost())));
    }

    private Working availability(Gives gives) {
        return new Working(
                "\u03a0 over the units a request touches, waiting for each, of the share of time a unit is up; "
                        + "the mean over all requests from outside",
                List.of(assumption("avail.unit"), count("units", units),
                        share("answered", gives.outage().availability().likely())));
    }

    private Working releases(Gives gives) {
        return new Working("services that are a unit of their own; what shares a unit is released and scaled with it",
                List.of(count("services", gives.services()), count("units", units),
                        count("services alone in their unit", gives.releasedAlone()),
                        count("services in the largest unit", gives.largestUnit()),
                        count("teams in the unit that most of them share", gives.teamsInAUnit())));
    }

    private Working languages(Gives gives) {
        return new Working("in each unit: services that are not of its most common language", List.of(
                count("units of more than one language", gives.mixedUnits()),
                count("services to rewrite", gives.rewritten())));
    }

    private Working start(Gives.Start start) {
        List<Input> inputs = new ArrayList<>();
        if (!start.assumption().isEmpty()) {
            inputs.add(assumption(start.assumption()));
        }
        Gives.Pull pull = start.pull();
        if (pull == null) {
            return new Working(start.function().isEmpty()
                    ? "the slowest of what the options start"
                    : "the slowest of the languages of the services, by packaging", inputs);
        }
        inputs.add(new Input("compressed, the unit of " + pull.unit(), pull.bytes(), Dimension.BYTES, ""));
        inputs.add(assumption("pull.bw"));
        return new Working(
                "there already: the slowest of what the options start; on a node that has nothing: that and the "
                        + "largest unit's bytes \u00f7 rate of a pull",
                inputs);
    }

    private Working move(Gives.Move move) {
        Gives.Counts counts = move.counts();
        return new Working(
                "days = axes \u00d7 a + units \u00d7 b + regrouped \u00d7 c + rewritten \u00d7 d; cost = days \u00f7 working "
                        + "days \u00d7 an engineer's month; paid back after cost \u00f7 what is saved a month",
                List.of(
                        count("axes that change", counts.axes()), assumption("move.base"),
                        count("units carried over", counts.carried()), assumption("move.unit"),
                        count("services in other company than today", counts.regrouped()), assumption("move.merge"),
                        count("services rewritten", counts.rewritten()), assumption("move.rewrite"),
                        assumption("move.days_per_month"), engineer(),
                        new Input("saved a month", move.saved().likely() * asked.usdPerUnit(), Dimension.USD, "")));
    }

    private Input engineer() {
        int slot = asked.scenario().shape().slot(Param.PEOPLE_COST);
        return slot < 0
                ? new Input("an engineer, a month", 0, Dimension.USD, "")
                : assumption(catalogue.assumptions().key(slot));
    }

    private Input assumption(String key) {
        return new Input(catalogue.entry(key).orElseThrow().what(), likely[catalogue.assumptions().slot(key)],
                catalogue.dimension(key), key);
    }

    private static Input count(String name, double value) {
        return new Input(name, value, Dimension.NUMBER, "");
    }

    private static Input share(String name, double value) {
        return new Input(name, value, Dimension.NUMBER, "");
    }
}
