package dev.tare.intake.backstage;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.intake.Answers;
import dev.tare.intake.Claims;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads Backstage's catalogue files: any number of entities to a file, any number of files at once. */
@Component
final class BackstageReader implements FormatReader {
    static final String FORMAT = "backstage";

    private static final Pattern API_VERSION = Pattern
            .compile("(?m)(?:^|[{,])[ \\t-]*[\"']?apiVersion[\"']?\\s*:\\s*[\"']?backstage\\.io/");
    /** Components that no process runs. */
    private static final Set<String> NO_SERVICES = Set.of("library", "documentation", "template", "package");
    private static final Pattern STORE = Pattern
            .compile(".*(database|db|sql|postgres|mongo|redis|cache|bucket|s3|storage|store|queue|topic|kafka).*");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "Backstage catalogue";
    }

    @Override
    public String takes() {
        return "catalog-info.yaml files: components with their owners, systems, APIs and data stores.";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.has(API_VERSION);
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Catalog catalog = new Catalog(files);
        Map<Entity, String> named = named(catalog);
        Relations relations = new Relations(catalog, named);
        List<Finding> findings = new ArrayList<>(catalog.findings());
        findings.addAll(relations.findings());
        findings.addAll(Around.of(catalog, files));
        if (!named.isEmpty() && relations.calls().stream().noneMatch(call -> "call".equals(call.kind()))) {
            findings.addFirst(Finding.of(Severity.WARNING, "no-calls",
                    "0 call edges found here: import traces or a dependency file to add them.",
                    "A catalogue tells calls only where one component consumes an API that another provides."));
        }
        List<Service> services = named.entrySet().stream()
                .map(service -> service(service.getKey(), service.getValue(), catalog)).toList();
        return new Draft(EstateDocument.named("").withTeams(teams(catalog, services)).withServices(services)
                .withCalls(relations.calls()), catalog.files(), findings);
    }

    /** The components that run, each under a name of its own. */
    private static Map<Entity, String> named(Catalog catalog) {
        Map<Entity, String> named = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Entity component : catalog.of("component")) {
            if (!NO_SERVICES.contains(component.type())) {
                String name = component.name();
                named.put(component, taken.add(name) ? name : name + "." + component.namespace());
            }
        }
        return named;
    }

    private static Service service(Entity component, String name, Catalog catalog) {
        String owner = component.references("owner", "group").stream().map(Reference::name).findFirst().orElse(null);
        List<String> stores = component.references("dependsOn", "component").stream()
                .filter(target -> isStore(target, catalog)).map(Reference::name).distinct().toList();
        List<String> aliases = component.annotation("backstage.io/kubernetes-id").filter(id -> !id.equals(name))
                .stream().toList();
        String system = component.references("system", "system").stream().map(one -> "; system " + one.name())
                .findFirst().orElse("");
        Service service = new Service(name, aliases, owner, null, null, null, null, null, null, null, null, null, null,
                stores, null, null, null, null, List.of(), List.of(), List.of());
        return Claims.stamp(service, FORMAT, component.file(),
                Map.of("", component.label() + ", line " + component.body().line() + system));
    }

    private static boolean isStore(Reference target, Catalog catalog) {
        String type = catalog.find(target).map(Entity::type).filter(text -> !text.isEmpty()).orElse(target.name());
        return target.kind().equals("resource") && STORE.matcher(type).matches();
    }

    /** The owners of services; a group that lists its members says how many engineers it has. */
    private static List<Team> teams(Catalog catalog, List<Service> services) {
        Map<String, Integer> members = catalog.of("group").stream()
                .filter(group -> !group.references("members", "user").isEmpty())
                .collect(Collectors.toMap(group -> group.reference().name(),
                        group -> group.references("members", "user").size(), (a, b) -> b));
        return services.stream().map(Service::team).filter(team -> team != null).distinct()
                .map(team -> new Team(team, members.containsKey(team) ? members.get(team).doubleValue() : null, null))
                .toList();
    }
}
