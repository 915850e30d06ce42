package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Question;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import org.springframework.web.util.UriUtils;

/** The addresses of an estate's workings, with the figures a reader put in place of the catalogue's. */
record Workings(String slug, WhatIf whatIf) {
    /** Of the catalogue's figures. */
    Workings(String slug) {
        this(slug, WhatIf.NOTHING);
    }

    String of(Weighed weighed, Part part, Measure measure) {
        return of(weighed, Words.id(part), measure);
    }

    /** {@code part} is a line, or net, tare or gross. */
    String of(Weighed weighed, String part, Measure measure) {
        return of(weighed.name(), part, measure);
    }

    /** Of a service's share of today's money. */
    String ofService(String service, String part) {
        return of(Question.TODAY, part, Measure.COST) + "&service=" + UriUtils.encode(service, UTF_8);
    }

    String of(String scenario, String part, Measure measure) {
        List<Hidden> fields = new ArrayList<>(List.of(new Hidden("scenario", scenario), new Hidden("part", part),
                new Hidden("measure", Words.id(measure))));
        fields.addAll(whatIf.fields());
        return Hidden.address("/estates/" + UriUtils.encode(slug, UTF_8) + "/working", fields);
    }
}
