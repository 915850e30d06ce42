package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Question.Look;
import dev.tare.comparison.Question.Timed;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the weight page asks: the shapes beside today's, the measure of the bars, and which two stand
 * line by line, and what the reader holds against the catalogue.
 */
record WeightQuery(List<Sought> shapes, Measure measure, Sought a, Sought b, WhatIf whatIf) {
    static final Sought ONE_PROCESS = new Sought("vm-systemd");
    static final Sought ONE_EACH = new Sought("eks-istio-sidecar");
    private static final List<Sought> USUAL = List.of("eks-istio-sidecar", "eks-linkerd", "eks", "nomad", "compose",
            "fargate", "lambda-zip", "freebsd-jails", "firecracker", "vm-systemd").stream().map(Sought::new).toList();

    static WeightQuery of(@Nullable List<String> shape, @Nullable String measure, @Nullable String a,
            @Nullable String b, boolean todayIsOneProcess, WhatIf whatIf) {
        List<Sought> shapes = shape == null || shape.isEmpty()
                ? USUAL
                : shape.stream().filter(each -> !each.isBlank()).distinct().limit(24).map(Sought::new).toList();
        Measure chosen = measure == null ? Measure.COST : Words.measure(measure).orElse(Measure.COST);
        return new WeightQuery(shapes, chosen, a == null || a.isBlank() ? Sought.TODAY : new Sought(a),
                b == null || b.isBlank() ? beside(todayIsOneProcess) : new Sought(b), whatIf);
    }

    /** What stands beside today's: one process, or what most call microservices when it is one process already. */
    static Sought beside(boolean todayIsOneProcess) {
        return todayIsOneProcess ? ONE_EACH : ONE_PROCESS;
    }

    /** Whether the reader chose the shapes. */
    boolean chosen() {
        return !shapes.equals(USUAL);
    }

    /** Everything to weigh, today's first. */
    Question question(Catalogue catalogue, Sought headline) {
        Set<Sought> all = new LinkedHashSet<>(List.of(Sought.TODAY, headline));
        all.addAll(shapes);
        all.add(a);
        all.add(b);
        List<Ask> asks = all.stream().map(sought -> sought.ask(catalogue)).toList();
        Timed timed = measure == Measure.P99_MS ? Timed.ALL : Timed.TODAY;
        return whatIf.on(Question.of(asks).looking(looks()).timed(timed));
    }

    private List<Look> looks() {
        Look gross = new Look(a.written(), null, measure);
        return a.equals(b) ? List.of(gross) : List.of(gross, new Look(a.written(), b.written(), measure));
    }

    /** The same with the catalogue's figures. */
    WeightQuery taken() {
        return new WeightQuery(shapes, measure, a, b, new WhatIf(Map.of(), whatIf.calibrated()));
    }

    /** The address of this page with another measure. */
    String with(String path, Measure other) {
        return new WeightQuery(shapes, other, a, b, whatIf).address(path);
    }

    /** The address of this page with other figures of the reader's. */
    String with(String path, WhatIf other) {
        return new WeightQuery(shapes, measure, a, b, other).address(path);
    }

    private String address(String path) {
        return Hidden.address(path, fields());
    }

    /** This question as the fields of a form. */
    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>();
        if (chosen()) {
            shapes.forEach(shape -> fields.add(new Hidden("shape", shape.written())));
        }
        fields.add(new Hidden("measure", Words.id(measure)));
        fields.add(new Hidden("a", a.written()));
        fields.add(new Hidden("b", b.written()));
        fields.addAll(whatIf.fields());
        return fields;
    }

    /** Bars to draw: today's first, and not again the preset that today is, unless the reader chose it. */
    List<String> bars(EstateDocument estate) {
        String own = estate.today() == null || chosen() ? null : estate.today().preset();
        Set<String> bars = new LinkedHashSet<>(List.of(Question.TODAY));
        shapes.stream().map(Sought::written).filter(written -> !written.equals(own)).forEach(bars::add);
        return List.copyOf(bars);
    }
}
