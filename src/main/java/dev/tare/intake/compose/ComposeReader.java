package dev.tare.intake.compose;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads Compose files as Compose would: several laid over each other, with what they include and extend. */
@Component
final class ComposeReader implements FormatReader {
    static final String FORMAT = "compose";

    private static final Pattern SERVICES = Pattern.compile(
            "(?m)^[\"']?services[\"']?\\s*:[ \\t]*(?:&\\S+[ \\t]*)?(?:\\{|(?:#.*)?\\r?\\n(?:[ \\t]*(?:#.*)?\\r?\\n)*[ \\t]+[^-#\\s])");
    private static final Pattern JSON = Pattern.compile("(?s)\\A\\s*\\{.*\"services\"\\s*:\\s*\\{");
    private static final Pattern SETTINGS = Pattern
            .compile("(?m)(?:^[ \\t]+|[{,\\s])[\"']?(?:image|build|extends|command|"
                    + "entrypoint|environment|env_file|ports|expose|deploy|depends_on|container_name|volumes|networks|network_mode|"
                    + "logging|restart|<<)[\"']?[ \\t]*:");
    private static final Pattern INCLUDE = Pattern
            .compile("(?m)\\A(?:\\s*(?:#.*)?\\n|name\\s*:.*\\n|version\\s*:.*\\n)*include\\s*:\\s*\\n\\s*-");
    private static final Pattern OTHER = Pattern
            .compile("(?m)^(?:\\{?\\s*[\"']?(?:apiVersion|bomFormat|tare|swagger|openapi)"
                    + "[\"']?\\s*:|jobs\\s*:)");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "Compose files";
    }

    @Override
    public String takes() {
        return "compose.yaml with its overrides, what it includes and extends, and the .env beside it.";
    }

    @Override
    public boolean recognises(Sample sample) {
        boolean services = sample.has(SERVICES) || sample.has(JSON);
        return EnvFile.is(sample) || !sample.has(OTHER) && (services && sample.has(SETTINGS) || sample.has(INCLUDE));
    }

    /** Says which file the services are likely in, when one that is drawn in did not come along. */
    private static ImportFailed nothing(Bundle bundle, List<Project> projects) {
        return projects.stream().flatMap(project -> project.model().findings().stream())
                .filter(finding -> finding.code().equals("file-missing")).findFirst()
                .map(missing -> ImportFailed.at(String.valueOf(missing.file()), missing.line(), missing.path(),
                        "the files it draws in together with it", "none of them: " + missing.message()))
                .orElseGet(() -> ImportFailed.at(bundle.composeFiles().getFirst().name(), null, "services",
                        "services by name", "none"));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Bundle bundle = new Bundle(files);
        Loader loader = new Loader(bundle);
        List<Project> projects = new Projects(bundle, loader).all();
        Result result = new Result(projects.size() > 1);
        if (projects.stream().allMatch(project -> project.parts().isEmpty())) {
            throw nothing(bundle, projects);
        }
        projects.forEach(project -> result.add(project, bundle, loader));
        return result.draft(loader);
    }

    /** What all projects say together. */
    private static final class Result {
        private final boolean several;
        private final Map<Part, String> named = new LinkedHashMap<>();
        private final Set<String> taken = new HashSet<>();
        /** Where to go on counting those of one project and name. */
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Service> services = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<External> external = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Result(boolean several) {
            this.several = several;
        }

        void add(Project project, Bundle bundle, Loader loader) {
            project.services().forEach(part -> named.put(part, free(part, project)));
            findings.addAll(project.model().findings());
            project.services().forEach(part -> {
                ServiceDraft draft = new ServiceDraft(part, project.beside(part));
                services.add(draft.service(named.getOrDefault(part, part.key())));
                findings.addAll(draft.findings());
            });
            Calls derived = new Calls(project.parts(), new Names(project.parts()), bundle, loader);
            EntryPoints points = new EntryPoints(project.services(), derived);
            calls.addAll(derived.calls(named));
            external.addAll(derived.external(named));
            points.entries().forEach(part -> entries.add(new Entry(named.getOrDefault(part, part.key()), null, null)));
            findings.addAll(Notes.of(project, derived));
            findings.addAll(points.findings());
        }

        /** Another project may have a service of the same name. */
        private String free(Part part, Project project) {
            String name = part.key();
            if (several && taken.contains(name)) {
                name = project.name() + "-" + name;
            }
            String qualified = project.name() + "-" + part.key();
            for (int i = numbers.getOrDefault(qualified, 2); !taken.add(name); i++) {
                name = qualified + "-" + i;
                numbers.put(qualified, i + 1);
            }
            return name;
        }

        Draft draft(Loader loader) {
            return new Draft(new EstateDocument(EstateDocument.VERSION, "", null,
                    services.isEmpty() ? null : new Today(FORMAT, null, null), List.of(), services, calls, entries,
                    external), loader.read(), findings);
        }
    }

    /** What people should know of a project as a whole. */
    private static final class Notes {
        static List<Finding> of(Project project, Calls calls) {
            List<Finding> findings = new ArrayList<>();
            if (project.parts().isEmpty()) {
                findings.add(Finding.of(Severity.WARNING, "no-services", "No service is declared here.", null));
            } else if (calls.none()) {
                findings.add(Finding.of(Severity.WARNING, "no-calls",
                        "0 call edges found here: import traces or a dependency file to add them.",
                        "Compose files often leave out who calls whom; depends_on is start-up order, not a call."));
            }
            if (!project.model().missing().isEmpty()) {
                findings.add(Finding.of(Severity.WARNING, "variable-unset",
                        "These variables have no value and no default; they were taken as empty: "
                                + String.join(", ", project.model().missing()) + ".",
                        "Import the .env file together with these."));
            }
            return findings;
        }
    }
}
