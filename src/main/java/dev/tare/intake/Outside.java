package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.names.Memory;
import dev.tare.intake.names.Surely;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that stood outside until their service came: files of one estate come in any order, and the one that calls may be
 * read before the one that is called. A host that is the address of a single service becomes a call to it.
 *
 * @param calls those that were not there before
 * @param hosts those that are services
 */
record Outside(EstateDocument document, List<Call> calls, Set<String> hosts) {
    static Outside in(EstateDocument document) {
        if (document.external().isEmpty()) {
            return new Outside(document, List.of(), Set.of());
        }
        Map<String, Service> services = new HashMap<>();
        Map<String, List<Service>> known = new HashMap<>();
        document.services().forEach(service -> {
            services.put(service.name(), service);
            Stream.concat(Stream.of(service.name()), service.aliases().stream()).map(Outside::first).distinct()
                    .forEach(name -> known.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(service));
        });
        Set<List<String>> keys = new HashSet<>(document.calls().stream().map(Merge::key).toList());
        List<Call> calls = new ArrayList<>();
        List<External> left = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (External external : document.external()) {
            List<String> rest = new ArrayList<>();
            for (String caller : external.from()) {
                Service callee = callee(external.host(), services.get(caller),
                        known.getOrDefault(first(external.host()), List.of()));
                if (callee == null) {
                    rest.add(caller);
                } else if (!callee.name().equals(caller)) {
                    Call call = call(caller, callee.name(), external.host());
                    if (keys.add(Merge.key(call))) {
                        calls.add(call);
                    }
                }
            }
            if (!rest.isEmpty() || external.from().isEmpty()) {
                left.add(rest.size() == external.from().size() ? external : new External(external.host(), rest));
            } else {
                found.add(external.host());
            }
        }
        return new Outside(document.withExternal(left).withCalls(
                Stream.concat(document.calls().stream(), calls.stream()).toList()), calls, found);
    }

    private static String first(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").split("[.:/]", 2)[0];
    }

    private static @Nullable Service callee(String host, @Nullable Service caller, List<Service> known) {
        List<Service> all = known.stream().filter(service -> isNamed(host, service, caller)
                || Surely.isAddressOf(host, service) && (host.contains(".") || isNear(service, caller))).toList();
        return all.size() == 1 ? all.getFirst() : null;
    }

    private static boolean isNamed(String host, Service service, @Nullable Service caller) {
        return isNear(service, caller) && (service.name().equalsIgnoreCase(host)
                || service.aliases().stream().anyMatch(host::equalsIgnoreCase));
    }

    /** A bare name means the caller's own namespace. */
    private static boolean isNear(Service service, @Nullable Service caller) {
        return caller == null || !SameService.isElsewhere(service, caller);
    }

    private static Call call(String from, String to, String host) {
        return new Call(from, to, "call", null, null, null, null, null, null, null,
                List.of(new Provenance(Memory.FORMAT, null, "host " + Objects.requireNonNull(host)
                        + ", which is this service")));
    }
}
