package dev.tare.catalogue;

import static dev.tare.catalogue.Yaml.required;

import dev.tare.engine.Param;
import dev.tare.engine.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An option as its file writes it: anything may be missing until checked. */
record OptionEntry(@Nullable String id, @Nullable String name, @Nullable String description, @Nullable Integer order,
        @Nullable Set<String> tags, @Nullable List<NeedEntry> needs, @Nullable Map<Gift.Kind, GiftEntry> gives,
        @Nullable Map<String, String> replaces, @Nullable List<String> assumptions, @Nullable String release,
        @Nullable Map<Param, String> set, @Nullable Map<Param, String> overrides, Shape.@Nullable Billing billing,
        @Nullable ReservationEntry reservation, @Nullable CurveEntry proxyCurve, Shape.@Nullable Helpers helpers,
        @Nullable Map<String, VersionEntry> versions) {

    record NeedEntry(@Nullable String axis, @Nullable List<String> of, @Nullable List<String> not,
            @Nullable String because) {
        Need check(String file) {
            String other = required(file, "needs", "axis", axis);
            Axis known = Axis.of(other).orElseThrow(() -> new BadCatalogue(file, "needs", "no axis '" + other + "'"));
            return new Need(known, of == null ? List.of() : of, not == null ? List.of() : not,
                    required(file, "needs", "because", because));
        }
    }

    record GiftEntry(@Nullable String words, @Nullable Integer strength, @Nullable String assumption) {
        Gift check(String file, Gift.Kind kind) {
            boolean graded = kind == Gift.Kind.ISOLATION;
            if (graded != (strength != null) || strength != null && (strength < 0 || strength > 5)) {
                throw new BadCatalogue(file, "gives " + kind,
                        "isolation, and nothing else, has a strength from 0 to 5");
            }
            return new Gift(kind, required(file, "gives " + kind, "words", words), strength, assumption);
        }
    }

    /** What differs in another release of the product. */
    record VersionEntry(@Nullable Map<Param, String> set, @Nullable ReservationEntry reservation) {}

    Option check(String file, Axis axis, Units units, Ledger ledger) {
        String key = required(file, "", "id", id);
        if (!file.endsWith("/" + key + ".yaml")) {
            throw new BadCatalogue(file, key, "the file must be named after the option");
        }
        Option.Effects effects = effects(file, units, ledger);
        return new Option(axis, key, required(file, key, "name", name),
                required(file, key, "description", description), order == null ? Integer.MAX_VALUE : order,
                tags == null ? Set.of() : Set.copyOf(tags), needs(file), gifts(file),
                replaces == null ? Map.of() : Map.copyOf(replaces), citations(file, key, ledger), release, effects,
                versions(file, effects, units, ledger));
    }

    private List<Need> needs(String file) {
        return needs == null ? List.of() : needs.stream().map(need -> need.check(file)).toList();
    }

    private List<Gift> gifts(String file) {
        List<Gift> all = new ArrayList<>();
        if (gives != null) {
            new EnumMap<>(gives).forEach((kind, gift) -> all.add(gift.check(file, kind)));
        }
        return List.copyOf(all);
    }

    private List<String> citations(String file, String key, Ledger ledger) {
        Set<String> cited = new LinkedHashSet<>(assumptions == null ? List.of() : assumptions);
        cited.addAll(bindings(set).values());
        cited.addAll(bindings(overrides).values());
        if (gives != null) {
            gives.values().stream().map(GiftEntry::assumption).filter(Objects::nonNull).forEach(cited::add);
        }
        if (reservation != null) {
            cited.addAll(reservation.citations());
        }
        cited.forEach(each -> ledger.cited(file, key, each));
        if (cited.isEmpty()) {
            throw new BadCatalogue(file, key, "an option must cite at least one assumption");
        }
        return List.copyOf(cited);
    }

    private Option.Effects effects(String file, Units units, Ledger ledger) {
        return new Option.Effects(bound(file, set, ledger), bound(file, overrides, ledger), billing,
                reservation == null ? null : reservation.check(file, units, ledger),
                proxyCurve == null ? null : proxyCurve.check(file), helpers);
    }

    private Map<String, Option.Effects> versions(String file, Option.Effects base, Units units, Ledger ledger) {
        Map<String, Option.Effects> all = new LinkedHashMap<>();
        if (versions != null) {
            versions.forEach((version, entry) -> {
                Map<Param, String> merged = new EnumMap<>(Param.class);
                merged.putAll(base.set());
                merged.putAll(bound(file, entry.set(), ledger));
                var reserved = entry.reservation() == null
                        ? base.reservation()
                        : entry.reservation().check(file, units, ledger);
                all.put(version, new Option.Effects(merged, base.overrides(), base.billing(), reserved,
                        base.proxyCurve(), base.helpers()));
            });
        }
        return Map.copyOf(all);
    }

    private static Map<Param, String> bound(String file, @Nullable Map<Param, String> given, Ledger ledger) {
        Map<Param, String> bindings = bindings(given);
        bindings.forEach((param, key) -> ledger.usable(file, param.name(), key, param.dimension()));
        return bindings;
    }

    private static Map<Param, String> bindings(@Nullable Map<Param, String> given) {
        return given == null ? Map.of() : Map.copyOf(given);
    }
}
