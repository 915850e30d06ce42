package dev.tare.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.UriUtils;

/**
 * The estate a page is inside of: put under "place" into the model, it brings the estate's own navigation.
 *
 * @param slug the estate's name in addresses
 * @param name the estate's name for people
 */
public record Place(String slug, String name) {
    /** Where a service's name would be taken for another page. */
    private static final Set<String> OTHER_PAGES = Set.of("new", "grid");

    /** Where one reads what a service weighs; of one named like another page of services its form. Names may hold any character. */
    public static String service(String slug, String service) {
        String page = "/estates/" + UriUtils.encode(slug, StandardCharsets.UTF_8) + "/services/"
                + UriUtils.encode(service, StandardCharsets.UTF_8);
        return OTHER_PAGES.contains(service) ? page + "/edit" : page;
    }

    /**
     * One entry of the navigation.
     *
     * @param section what a page calls itself for its entry to be marked
     */
    public record Tab(String section, String name, String path) {}

    /** Pages for one purpose; those of a group stand side by side beneath its name. */
    public record Group(String name, List<Tab> tabs) {
        /** Where its name leads: to its first page. */
        public String path() {
            return tabs.getFirst().path();
        }

        /** Whether a page that calls itself this is one of the group's. */
        public boolean holds(String section) {
            return tabs.stream().anyMatch(tab -> tab.section().equals(section));
        }

        /** Whether there is anything to choose in it. */
        public boolean isChoice() {
            return tabs.size() > 1;
        }
    }

    /** What an estate has pages for. */
    public List<Group> groups() {
        return List.of(
                new Group("Weigh", List.of(
                        new Tab("weight", "Weight", home()),
                        tab("graph", "Graph"),
                        tab("latency", "Latency"),
                        tab("findings", "Findings"))),
                new Group("Decide", List.of(
                        tab("compare", "Compare"),
                        tab("what-if", "What-if"),
                        tab("advice", "Advice"),
                        tab("shapes", "Shapes"),
                        tab("decisions", "Decisions"))),
                new Group("Inventory", List.of(
                        tab("services", "Services"),
                        tab("entries", "Entry points"),
                        tab("teams", "Teams"),
                        tab("import", "Import"))),
                new Group("Follow", List.of(
                        tab("costs", "Costs"),
                        tab("history", "History"),
                        tab("alerts", "Alerts"))),
                new Group("Export", List.of(tab("export", "Export"))),
                new Group("Settings", List.of(tab("settings", "Settings"))));
    }

    /** The pages beside one that calls itself this; empty where it stands alone. */
    public List<Tab> beside(String section) {
        return groups().stream().filter(Group::isChoice).filter(group -> group.holds(section)).findFirst()
                .map(Group::tabs).orElse(List.of());
    }

    private Tab tab(String section, String name) {
        return new Tab(section, name, home() + "/" + section);
    }

    private String home() {
        return "/estates/" + slug;
    }
}
