package dev.tare.catalogue.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Option;
import dev.tare.catalogue.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The combinations people argue about, one a row, with their answer to every question. */
final class PresetTable {
    private PresetTable() {}

    /**
     * A combination.
     *
     * @param first whether it opens its family
     */
    record Row(String id, String name, String family, boolean first, boolean current, List<Cell> cells) {}

    /** An option; {@code shared} with the combination on the page. */
    record Cell(String axis, String option, boolean shared) {}

    static List<Row> rows(Catalogue catalogue, Map<String, String> axes) {
        String name = catalogue.name(axes);
        List<Preset> presets = catalogue.presets();
        return presets.stream().map(preset -> {
            int at = presets.indexOf(preset);
            boolean first = at == 0 || !presets.get(at - 1).family().equals(preset.family());
            return new Row(preset.id(), preset.name(), preset.family(), first, preset.name().equals(name),
                    Arrays.stream(Axis.values()).map(axis -> cell(catalogue, preset, axis, axes)).toList());
        }).toList();
    }

    private static Cell cell(Catalogue catalogue, Preset preset, Axis axis, Map<String, String> axes) {
        String id = axis == Axis.GROUPING ? preset.grouping() : preset.axes().getOrDefault(axis.id(), "");
        String option = catalogue.options(axis).stream().filter(each -> each.id().equals(id)).findFirst()
                .map(Option::name).orElse(id);
        return new Cell(axis.id(), option, id.equals(axes.get(axis.id())));
    }
}
