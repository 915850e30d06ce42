package dev.tare.comparison.web;

import dev.tare.site.Place;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Names of services with the address of their label. */
record ServiceLinks(List<Link> shown, int more) {
    private static final int SHOWN = 8;

    /** A name and where it leads. */
    record Link(String name, String href) {}

    static ServiceLinks of(String slug, List<String> names) {
        return new ServiceLinks(
                names.stream().limit(SHOWN).map(name -> new Link(name, Place.service(slug, name))).toList(),
                Math.max(0, names.size() - SHOWN));
    }

    /** The form of a service. */
    static String edit(String slug, String name) {
        return UriComponentsBuilder.fromPath("/estates/{slug}/services/{name}/edit").encode().buildAndExpand(slug, name)
                .toUriString();
    }

    /** The field of a service's form. */
    static String field(String slug, String name, String field) {
        return edit(slug, name) + "#f-" + field.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
