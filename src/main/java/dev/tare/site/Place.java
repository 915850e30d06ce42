package dev.tare.site;

import java.util.List;

/**
 * The estate a page is inside of: put under "place" into the model, it brings the estate's own navigation.
 *
 * @param slug the estate's name in addresses
 * @param name the estate's name for people
 */
public record Place(String slug, String name) {
    /** One entry of the navigation. */
    public record Tab(String section, String name, String path) {}

    /** What an estate has pages for. */
    public List<Tab> tabs() {
        String home = "/estates/" + slug;
        return List.of(new Tab("weight", "Weight", home), new Tab("findings", "Findings", home + "/findings"),
                new Tab("advice", "Advice", home + "/advice"),
                new Tab("shapes", "Shapes", home + "/shapes"),
                new Tab("services", "Services", home + "/services"),
                new Tab("entries", "Entry points", home + "/entries"), new Tab("teams", "Teams", home + "/teams"),
                new Tab("import", "Import", home + "/import"),
                new Tab("export", "Export", home + "/export"), new Tab("settings", "Settings", home + "/settings"));
    }
}
