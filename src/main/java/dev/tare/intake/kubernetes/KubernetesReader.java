package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads Kubernetes manifests as they would be applied: rendered, built, any number of files at once. */
@Component
final class KubernetesReader implements FormatReader {
    static final String FORMAT = "kubernetes";

    private static final Pattern API_VERSION = Pattern
            .compile("(?m)(?:^|[{,\\s-])\"?apiVersion\"?\\s*:\\s*[\"']?(?!backstage\\.io/)[a-z{]");
    private static final Pattern KIND = Pattern.compile("(?m)(?:^|[{,\\s-])\"?kind\"?\\s*:\\s*[\"']?[A-Z{]");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "Kubernetes manifests";
    }

    @Override
    public String takes() {
        return "Rendered manifests, YAML or JSON: what helm template, kustomize build or kubectl get -o yaml print.";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.has(API_VERSION) && sample.has(KIND);
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Manifests manifests = new Manifests(files);
        List<KubeObject> objects = manifests.objects();
        Workloads workloads = new Workloads(objects);
        Configs configs = new Configs(objects);
        Names names = new Names(objects, workloads.all());
        Calls calls = new Calls(workloads.all(), names, configs);
        EntryPoints entries = new EntryPoints(objects, names);
        Meshes meshes = new Meshes(objects, workloads.all());
        List<Finding> findings = new ArrayList<>(manifests.findings());
        findings.addAll(workloads.findings());
        List<Service> services = services(workloads.all(), names, findings);
        findings.addAll(calls(workloads.all(), calls));
        findings.addAll(new ConfigHints(names, configs).of(workloads.all()));
        findings.addAll(entries.findings());
        findings.addAll(meshes.findings());
        findings.addAll(Leftovers.of(objects));
        return new Draft(new EstateDocument(EstateDocument.VERSION, "", null,
                services.isEmpty() ? null : meshes.today(), List.of(), services, calls.calls(), entries.entries(),
                calls.external()), manifests.files(), findings);
    }

    private static List<Service> services(List<Workload> workloads, Names names, List<Finding> findings) {
        Map<Workload, List<String>> aliases = aliases(workloads, names);
        List<Service> services = new ArrayList<>();
        for (Workload workload : workloads) {
            ServiceDraft draft = new ServiceDraft(workload);
            services.add(draft.service(aliases.getOrDefault(workload, List.of())));
            findings.addAll(draft.findings());
        }
        return services;
    }

    /** By workload: the names of Services that lead to it alone. */
    private static Map<Workload, List<String>> aliases(List<Workload> workloads, Names names) {
        Set<String> taken = workloads.stream().map(Workload::name).collect(Collectors.toSet());
        Map<Workload, List<String>> aliases = new IdentityHashMap<>();
        names.services().forEach((service, behind) -> {
            if (behind.size() == 1 && !taken.contains(service.name())) {
                List<String> known = aliases.computeIfAbsent(behind.getFirst(), one -> new ArrayList<>());
                if (!known.contains(service.name())) {
                    known.add(service.name());
                }
            }
        });
        return aliases;
    }

    private static List<Finding> calls(List<Workload> workloads, Calls calls) {
        List<Finding> findings = new ArrayList<>(calls.findings());
        if (workloads.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "no-workloads", "No workload is declared here.",
                    "Import the files that hold Deployments and the like together with these."));
        } else if (calls.calls().isEmpty()) {
            findings.addFirst(Finding.of(Severity.WARNING, "no-calls",
                    "0 call edges found here: import traces or a dependency file to add them.",
                    "Manifests often leave out who calls whom: names are then in programs, registries or gateways."));
        }
        return findings;
    }
}
