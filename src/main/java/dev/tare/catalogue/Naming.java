package dev.tare.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What combinations and languages are called. */
final class Naming {
    private Naming() {}

    static String name(Contents contents, Map<String, String> axes) {
        String grouping = axes.get(Axis.GROUPING.id());
        return contents.presets().stream().filter(preset -> covers(axes, preset))
                .min(Comparator.comparing(preset -> !preset.grouping().equals(grouping))).map(Preset::name)
                .orElseGet(() -> Choice.of(contents.options(), axes).options().stream()
                        .filter(option -> option.axis() != Axis.GROUPING).map(Option::name)
                        .collect(Collectors.joining(" \u00b7 ")));
    }

    private static boolean covers(Map<String, String> axes, Preset preset) {
        return preset.axes().entrySet().stream().allMatch(each -> each.getValue().equals(axes.get(each.getKey())));
    }

    static int family(List<Language> languages, String language) {
        String wanted = language.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, languages.size())
                .filter(i -> languages.get(i).id().equals(wanted) || languages.get(i).aliases().contains(wanted))
                .findFirst().orElse(languages.size() - 1);
    }
}
