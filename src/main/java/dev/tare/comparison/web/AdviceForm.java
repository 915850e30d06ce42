package dev.tare.comparison.web;

import dev.tare.catalogue.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the reader can ask on the advice page; a free line stands under what is kept apart and together. */
record AdviceForm(String action, List<Choice> presets, List<Choice> objectives, List<Choice> teams,
        List<String> apart, List<String> together) {
    /** One of several. */
    record Choice(String value, String name, boolean chosen) {}

    static AdviceForm of(String slug, AdviceRequest request, List<Preset> presets) {
        String preset = Objects.requireNonNullElse(request.preset(), "");
        List<Choice> shapes = new ArrayList<>(List.of(new Choice("", "Today's", preset.isEmpty())));
        presets.forEach(each -> shapes.add(new Choice(each.id(), each.name(), each.id().equals(preset))));
        boolean time = "p99".equals(request.objective());
        boolean free = AdviceRequest.FREE.equals(request.teams());
        return new AdviceForm("/estates/" + slug + "/advice", shapes,
                List.of(new Choice("cost", "Gross cost", !time),
                        new Choice("p99", "Time of slow requests (p99)", time)),
                List.of(new Choice(AdviceRequest.HARD, "never share a unit", !free),
                        new Choice(AdviceRequest.FREE, "may share a unit", free)),
                withAFreeLine(request.apart()), withAFreeLine(request.together()));
    }

    private static List<String> withAFreeLine(List<String> written) {
        List<String> lines = new ArrayList<>(written);
        lines.add("");
        return lines;
    }
}
