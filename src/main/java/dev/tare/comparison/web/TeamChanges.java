package dev.tare.comparison.web;

import dev.tare.estate.Cause;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateFormat;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Revision;
import dev.tare.estate.Revisions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;

/** What changed lately of some services, the newest first. */
final class TeamChanges {
    private static final int VERSIONS = 20;
    private static final int SHOWN = 6;

    private TeamChanges() {}

    /** A change of the estate, and what of it concerned these services. */
    record Row(String at, String when, String why, List<String> what) {}

    static List<Row> ofTeam(String slug, String team, Revisions revisions) {
        return of(slug, service -> team.equals(service.team()), revisions);
    }

    static List<Row> ofService(String slug, String name, Revisions revisions) {
        return of(slug, service -> name.equals(service.name()), revisions);
    }

    private static List<Row> of(String slug, Predicate<Service> which, Revisions revisions) {
        DateTimeFormatter when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale()).withZone(ZoneOffset.UTC);
        List<Row> rows = new ArrayList<>();
        Map<String, JsonNode> later = null;
        Revision made = null;
        for (Revision revision : revisions.list(slug, VERSIONS)) {
            Optional<Snapshot> then = revision.kept() ? revisions.at(slug, revision.version()) : Optional.empty();
            if (then.isEmpty() || rows.size() == SHOWN) {
                break;
            }
            Map<String, JsonNode> earlier = services(then.get(), which);
            if (later != null && made != null && !later.equals(earlier)) {
                rows.add(new Row(made.at().toString(), when.format(made.at()) + " UTC", why(made.cause()),
                        differences(earlier, later)));
            }
            later = earlier;
            made = revision;
        }
        return rows;
    }

    private static Map<String, JsonNode> services(Snapshot estate, Predicate<Service> which) {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        estate.document().services().stream().filter(which)
                .forEach(service -> services.put(service.name(), tree(service)));
        return services;
    }

    private static JsonNode tree(Service service) {
        return EstateFormat.JSON.mapper().valueToTree(service);
    }

    private static List<String> differences(Map<String, JsonNode> earlier, Map<String, JsonNode> later) {
        Set<String> names = new TreeSet<>(earlier.keySet());
        names.addAll(later.keySet());
        return names.stream().filter(name -> !Objects.equals(earlier.get(name), later.get(name)))
                .map(name -> name + difference(earlier.get(name), later.get(name))).toList();
    }

    private static String difference(@org.jspecify.annotations.Nullable JsonNode before,
            @org.jspecify.annotations.Nullable JsonNode after) {
        if (before == null || after == null) {
            return before == null ? " came" : " went";
        }
        Set<String> fields = new TreeSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        return ": " + fields.stream().filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(TeamChanges::words).collect(Collectors.joining(", "));
    }

    /** "deploysPerMonth" is "deploys per month". */
    private static String words(String field) {
        return field.equals("cpu") ? "CPU" : field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String why(Cause cause) {
        return switch (cause.kind()) {
            case CREATED -> "Created";
            case EDIT -> cause.words().isEmpty() ? "Edited" : cause.words();
            case IMPORT -> "Imported " + cause.words();
            case UNDO -> "Taken back: " + cause.words();
            case START -> "Before its history began";
        };
    }
}
