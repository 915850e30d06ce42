package dev.tare.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One option on each axis as asked for, and why it cannot be, if it cannot. */
record Choice(Map<Axis, Options.Chosen> chosen, List<String> refusals) {

    static Choice of(Options options, Map<String, String> axes) {
        Map<Axis, Options.Chosen> chosen = new EnumMap<>(Axis.class);
        List<String> refusals = new ArrayList<>();
        axes.keySet().stream().filter(id -> Axis.of(id).isEmpty())
                .forEach(id -> refusals.add("There is no axis '" + id + "'."));
        for (Axis axis : Axis.values()) {
            Optional.ofNullable(axes.get(axis.id())).ifPresentOrElse(
                    id -> options.find(axis, id).ifPresentOrElse(found -> chosen.put(axis, found),
                            () -> refusals.add(unknown(options, axis, id))),
                    () -> missing(axis, refusals));
        }
        chosen.values().forEach(each -> refusals.addAll(unmet(each.option(), chosen)));
        return new Choice(chosen, List.copyOf(refusals));
    }

    Choice orRefuse() {
        if (!refusals.isEmpty()) {
            throw new ImpossibleShape(refusals);
        }
        return this;
    }

    /** The options chosen, in the order of the axes. */
    List<Option> options() {
        return chosen.values().stream().map(Options.Chosen::option).toList();
    }

    private static void missing(Axis axis, List<String> refusals) {
        if (axis != Axis.GROUPING) {
            refusals.add("No option is chosen for " + axis.id() + ".");
        }
    }

    private static String unknown(Options options, Axis axis, String id) {
        return "There is no option '" + id + "' for " + axis.id() + "; there are " + Options.ids(options.on(axis))
                + ".";
    }

    private static List<String> unmet(Option option, Map<Axis, Options.Chosen> chosen) {
        List<String> reasons = new ArrayList<>();
        for (Need need : option.needs()) {
            Options.Chosen other = chosen.get(need.axis());
            if (other != null && !need.metBy(other.option())) {
                reasons.add(option.name() + " with " + other.option().name() + ": " + need.because());
            }
        }
        return reasons;
    }
}
