package dev.tare.intake.registry;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.ImportFailed.Reason;
import dev.tare.site.Invalid;
import dev.tare.intake.live.Credentials;
import dev.tare.intake.live.Inquiry;
import dev.tare.site.Invalid.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reading of one or several registries. An image that cannot be read keeps none of the others from being read. */
final class Reading {
    private static final int NAMED = 8;
    private static final int SHOWN = 20;

    private final Inquiry inquiry;
    private final @Nullable URI given;
    private final Platform platform;
    private final List<ImageRead> images = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<FileRead> files = new ArrayList<>();
    private int asked;

    Reading(Inquiry inquiry) {
        this.inquiry = inquiry;
        String url = inquiry.request().url();
        this.given = url.isBlank() ? null : inquiry.out().guard().address(url.contains("://") ? url : "https://" + url);
        this.platform = Platform.of(inquiry.request().platform());
    }

    Draft draft() {
        Map<String, Wanted> wanted = wanted();
        Map<URI, List<Wanted>> byRegistry = wanted.values().stream()
                .collect(Collectors.groupingBy(Wanted::registry, LinkedHashMap::new, Collectors.toList()));
        if (byRegistry.isEmpty() && problems.isEmpty()) {
            throw ImportFailed.at("the form", null, "images", "an image, or services whose images are at "
                    + (given == null ? "a registry" : given), "none");
        }
        Credentials credentials = inquiry.request().credentials();
        if (given == null && !credentials.isNone() && byRegistry.size() > 1) {
            throw ImportFailed.at("the form", null, "url", "the address of the one registry these credentials are for",
                    byRegistry.size() + " registries: " + byRegistry.keySet().stream().map(URI::getAuthority)
                            .collect(Collectors.joining(", ")));
        }
        byRegistry.forEach((registry, all) -> read(registry, all, credentials, wanted.size()));
        if (images.isEmpty()) {
            throw new ImportFailed(Reason.INVALID, problems.subList(0, Math.min(SHOWN, problems.size())));
        }
        List<Service> drafts = images.stream().map(image -> image.draft(RegistrySource.KIND)).toList();
        return new Draft(EstateDocument.named("").withServices(drafts), files, findings);
    }

    /** Images of services that are at the given registry, or anywhere; and those that were named. */
    private Map<String, Wanted> wanted() {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Service service : inquiry.estate().services()) {
            Image image = service.image();
            if (image != null && image.reference() != null) {
                Wanted.of(image.reference(), image.digest(), given, false)
                        .ifPresent(one -> wanted.put(one.reference() + "@" + one.digest(), one));
            }
        }
        for (String name : inquiry.request().images()) {
            Wanted.of(name, null, given, true).ifPresentOrElse(
                    one -> wanted.putIfAbsent(name + "@" + one.digest(), one),
                    () -> problem(name, "image-unreadable", "an image at " + (given == null ? "a registry" : given)
                            + ", such as shop/cart:1.2",
                            Wanted.isReadable(name)
                                    ? "one of another registry"
                                    : "\"" + name
                                            + "\""));
        }
        return wanted;
    }

    private void read(URI registry, List<Wanted> all, Credentials credentials, int of) {
        int before = images.size();
        try (Client client = new Client(inquiry.out(), registry, credentials, platform)) {
            for (Wanted wanted : all) {
                inquiry.progress().asking(wanted.reference(), asked++, of);
                read(client, wanted);
            }
            client.configTrouble().ifPresent(trouble -> findings.add(Finding.of(Severity.INFO, "config-elsewhere",
                    registry.getAuthority() + " keeps images' configurations where they may not be asked for ("
                            + trouble.problems().getFirst().found() + "): when they were built stays open.",
                    null)));
        } catch (Invalid refused) {
            problems.addAll(refused.problems());
            Problem why = refused.problems().getFirst();
            findings.add(Finding.of(Severity.WARNING, "registry-not-asked", all.size() - images.size() + before
                    + " images were not read: " + why.file() + ": expected " + why.expected() + ", found " + why.found()
                    + ". " + some(all), null));
        }
        files.add(new FileRead(registry.toString(), RegistrySource.KIND, images.size() - before));
    }

    private static String some(List<Wanted> all) {
        return all.stream().limit(NAMED).map(Wanted::reference).collect(Collectors.joining(", "))
                + (all.size() > NAMED ? " and others" : "");
    }

    private void read(Client client, Wanted wanted) {
        try {
            images.add(client.read(wanted));
        } catch (NotRead not) {
            problem(wanted.reference(), not.code(), not.expected(), not.found());
        }
    }

    private void problem(String reference, String code, String expected, String found) {
        problems.add(new Problem(reference, null, null, expected, found));
        findings.add(Finding.of(Severity.WARNING, code,
                reference + " was not read: expected " + expected + ", found " + found + ".", null));
    }
}
