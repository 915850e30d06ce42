package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.web.BoardView.Target;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.NotFound;
import java.util.List;

/** One service of a scenario that is tried: where it can be moved, and what of it can be taken to be otherwise. */
record PickedService(String name, String where, String action, List<Hidden> hidden, List<Target> targets,
        String replicas, String stated, boolean shared, TrialFields.Base base, List<String> others) {
    private static final int MOST_SUGGESTED = 2_000;

    static PickedService of(Snapshot estate, Tried tried, String name, Catalogue catalogue, Figures figures) {
        EstateDocument document = estate.document();
        Service service = document.services().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new NotFound("No service is called '" + name + "'."));
        Trial trial = tried.trial();
        Changes changes = trial.shape().changed();
        String unit = trial.board().units().entrySet().stream().filter(each -> each.getValue().contains(name))
                .map(each -> each.getKey()).findFirst().orElse("");
        Double own = changes.replicas().get(name);
        Double stated = service.replicas();
        List<Target> targets = BoardView.of(trial, document, figures, _ -> "").targets().stream()
                .filter(target -> !target.value().equals(Board.UNIT + unit)
                        && !target.value().equals(Board.SERVICE + name))
                .filter(target -> !unit.isEmpty() || !target.value().equals(Board.ALONE)).toList();
        return new PickedService(name, unit.isEmpty() ? "by itself" : "in unit " + unit, tried.at().page(),
                tried.at().fields(), targets, own == null ? "" : WhatIf.plain(own),
                stated == null ? "" : WhatIf.plain(stated), !unit.isEmpty(),
                TrialFields.base(name, changes, catalogue, figures),
                document.services().stream().map(Service::name).filter(each -> !each.equals(name))
                        .limit(MOST_SUGGESTED).toList());
    }
}
