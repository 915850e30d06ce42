package dev.tare.comparison.web;

import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of an estate's workings. */
record Workings(String slug) {
    String of(Weighed weighed, Part part, Measure measure) {
        return of(weighed, Words.id(part), measure);
    }

    /** {@code part} is a line, or net, tare or gross. */
    String of(Weighed weighed, String part, Measure measure) {
        return of(weighed.name(), part, measure);
    }

    String of(String scenario, String part, Measure measure) {
        return UriComponentsBuilder.fromPath("/estates/{slug}/working").queryParam("scenario", "{scenario}")
                .queryParam("part", part).queryParam("measure", Words.id(measure)).encode()
                .buildAndExpand(slug, scenario).toUriString();
    }
}
