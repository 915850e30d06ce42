package dev.tare.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One option on each axis as asked for, and why it cannot be, if it cannot. */
record Choice(Map<Axis, Options.Chosen> chosen, List<Refusal> refusals) {

    static Choice of(Options options, Map<String, String> axes) {
        Map<Axis, Options.Chosen> chosen = new EnumMap<>(Axis.class);
        List<Refusal> refusals = new ArrayList<>();
        axes.keySet().stream().filter(id -> Axis.of(id).isEmpty())
                .forEach(id -> refusals.add(Refusal.at(null, "There is no axis '" + id + "'.", List.of())));
        for (Axis axis : Axis.values()) {
            Optional.ofNullable(axes.get(axis.id())).ifPresentOrElse(
                    id -> options.find(axis, id).ifPresentOrElse(found -> chosen.put(axis, found),
                            () -> refusals.add(unknown(options, axis, id))),
                    () -> missing(options, axis, refusals));
        }
        chosen.values().forEach(each -> refusals.addAll(unmet(options, each.option(), chosen)));
        return new Choice(chosen, List.copyOf(refusals));
    }

    Choice orRefuse() {
        if (!refusals.isEmpty()) {
            throw new ImpossibleShape(reasons());
        }
        return this;
    }

    /** The sentences alone. */
    List<String> reasons() {
        return refusals.stream().map(Refusal::reason).toList();
    }

    /** The options chosen, in the order of the axes. */
    List<Option> options() {
        return chosen.values().stream().map(Options.Chosen::option).toList();
    }

    private static void missing(Options options, Axis axis, List<Refusal> refusals) {
        if (axis != Axis.GROUPING) {
            refusals.add(Refusal.at(axis, "No option is chosen for " + axis.id() + ".", options.on(axis)));
        }
    }

    private static Refusal unknown(Options options, Axis axis, String id) {
        return Refusal.at(axis, "There is no option '" + id + "' for " + axis.id() + "; there are "
                + Options.ids(options.on(axis)) + ".", options.on(axis));
    }

    private static List<Refusal> unmet(Options options, Option option, Map<Axis, Options.Chosen> chosen) {
        List<Refusal> reasons = new ArrayList<>();
        for (Need need : option.needs()) {
            Options.Chosen other = chosen.get(need.axis());
            if (other != null && !need.metBy(other.option())) {
                reasons.add(new Refusal(option.axis(), need.axis(),
                        option.name() + " with " + other.option().name() + ": " + need.because(),
                        options.on(need.axis()).stream().filter(need::metBy).toList()));
            }
        }
        return reasons;
    }
}
