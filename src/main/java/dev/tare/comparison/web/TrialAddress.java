package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * The address of a scenario that is being tried out; it is all there is to it, so that the way back, a reload and a link
 * lose nothing.
 *
 * @param scenario what is tried
 * @param from     where that started
 */
record TrialAddress(String slug, Sought scenario, Sought from, Locks locks) {
    /** The page for any scenario, from elsewhere. */
    static String of(String slug, Sought scenario) {
        return new TrialAddress(slug, scenario, scenario, Locks.NONE).written();
    }

    String page() {
        return "/estates/" + UriUtils.encode(slug, UTF_8) + "/what-if";
    }

    TrialAddress with(Sought other) {
        return new TrialAddress(slug, other, from, locks);
    }

    TrialAddress with(Locks other) {
        return new TrialAddress(slug, scenario, from, other);
    }

    String written() {
        return written(List.of());
    }

    /** With something to be done to it. */
    String doing(String field, String value) {
        return written(List.of(new Hidden(field, value)));
    }

    private String written(List<Hidden> more) {
        List<Hidden> all = new ArrayList<>(fields());
        all.addAll(more);
        return Hidden.address(page(), all);
    }

    /** As the fields of a form. */
    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>(List.of(new Hidden("s", scenario.written())));
        if (!from.equals(scenario)) {
            fields.add(new Hidden("from", from.written()));
        }
        fields.addAll(locks.fields());
        return fields;
    }
}
