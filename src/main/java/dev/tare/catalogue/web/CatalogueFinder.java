package dev.tare.catalogue.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.site.Find;
import dev.tare.site.Finder;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds presets and assumptions. */
@Component
class CatalogueFinder implements Finder {
    private final List<Find> finds;

    CatalogueFinder(Catalogue catalogue) {
        finds = Stream.concat(catalogue.presets().stream().map(CatalogueFinder::preset),
                catalogue.entries().stream().map(CatalogueFinder::assumption)).toList();
    }

    @Override
    public List<Find> beyond() {
        return finds;
    }

    private static Find preset(Preset preset) {
        return new Find("shape", preset.name(), preset.family(), "preset " + preset.id() + " " + preset.description(),
                "/catalogue?preset=" + preset.id());
    }

    private static Find assumption(Assumption entry) {
        return new Find("assumption", entry.what(), entry.key(), entry.source(),
                "/catalogue/assumptions#" + entry.key());
    }
}
