package dev.tare.estate.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Today;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a new shape starts: from the options a link names, a preset it names, or what runs today. */
record ShapeStart(Catalogue catalogue) {
    Form complete(EstateDocument document, Form suggested) {
        Map<String, String> axes = start(document, suggested.value("preset"));
        Form form = suggested;
        for (Map.Entry<String, String> axis : axes.entrySet()) {
            String path = axis.getKey().equals(Axis.GROUPING.id()) ? axis.getKey() : "axes." + axis.getKey();
            form = form.value(path).isEmpty() ? form.with(path, axis.getValue()) : form;
        }
        return form;
    }

    private Map<String, String> start(EstateDocument document, String preset) {
        Today today = document.today();
        String named = preset.isEmpty() && today != null && today.preset() != null ? today.preset() : preset;
        Map<String, String> axes = new LinkedHashMap<>();
        Optional<Preset> found = catalogue.presets().stream().filter(each -> each.id().equals(named)).findFirst();
        found.ifPresent(known -> {
            axes.putAll(known.axes());
            axes.put(Axis.GROUPING.id(), known.grouping());
        });
        if (preset.isEmpty() && today != null && today.axes() != null) {
            axes.putAll(today.axes());
        }
        return axes;
    }
}
