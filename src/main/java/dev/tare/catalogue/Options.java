package dev.tare.catalogue;

import dev.tare.engine.Param;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every option of every axis. */
record Options(Map<Axis, List<Option>> byAxis) {
    private static final Comparator<Option> ORDER = Comparator.comparingInt(Option::order).thenComparing(Option::id);

    static Options read(CatalogueFiles files, Units units, Ledger ledger) {
        Map<Axis, List<Option>> all = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            all.put(axis, files.in("options/" + axis.id()).entrySet().stream()
                    .map(file -> Yaml.read(file.getKey(), file.getValue(), OptionEntry.class).check(file.getKey(), axis,
                            units, ledger))
                    .sorted(ORDER).toList());
        }
        Options options = new Options(all);
        options.checkNeeds();
        options.checkOwners();
        return options;
    }

    List<Option> on(Axis axis) {
        return byAxis.getOrDefault(axis, List.of());
    }

    /** By id, or {@code id@release} for another release of a product. */
    Optional<Chosen> find(Axis axis, String idAndRelease) {
        String[] parts = idAndRelease.split("@", 2);
        return on(axis).stream().filter(option -> option.id().equals(parts[0])).findFirst()
                .flatMap(option -> parts.length == 1
                        ? Optional.of(new Chosen(option, option.effects()))
                        : Optional.ofNullable(option.versions().get(parts[1]))
                                .map(effects -> new Chosen(option, effects)));
    }

    /** An option and what it does in the release asked for. */
    record Chosen(Option option, Option.Effects effects) {}

    private Stream<Option> all() {
        return byAxis.values().stream().flatMap(List::stream);
    }

    private void checkNeeds() {
        all().forEach(option -> option.needs().forEach(need -> Stream.concat(need.of().stream(), need.not().stream())
                .filter(wanted -> on(need.axis()).stream().noneMatch(other -> other.is(wanted)))
                .findFirst().ifPresent(wanted -> {
                    throw new BadCatalogue(fileOf(option), "needs",
                            "'" + wanted + "' is neither an option nor a tag of " + need.axis().id());
                })));
    }

    /** Two axes must not quarrel over a slot: which one won would depend on the order of reading. */
    private void checkOwners() {
        Map<Param, Axis> owners = new EnumMap<>(Param.class);
        all().forEach(option -> option.effects().set().keySet().forEach(param -> {
            Axis owner = owners.putIfAbsent(param, option.axis());
            if (owner != null && owner != option.axis()) {
                throw new BadCatalogue(fileOf(option), param.name(),
                        "options of " + owner.id() + " set it already; use overrides");
            }
        }));
    }

    static String fileOf(Option option) {
        return "options/" + option.axis().id() + "/" + option.id() + ".yaml";
    }

    static String ids(List<Option> options) {
        return options.stream().map(Option::id).collect(Collectors.joining(", "));
    }
}
