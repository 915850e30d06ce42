package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument.Resource;
import dev.tare.intake.tree.Tree;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a container asks for. Kubernetes takes the limit as the request where only a limit is given; so do we. */
record Resources(@Nullable Resource cpu, @Nullable Resource memory, boolean cpuByLimit, boolean memoryByLimit) {

    static Resources of(KubeObject object, PodContainer container) {
        Tree resources = container.spec().at("resources");
        Double cpuLimit = quantity(object, container, resources, "limits", "cpu");
        Double cpuRequest = quantity(object, container, resources, "requests", "cpu");
        Double memoryLimit = quantity(object, container, resources, "limits", "memory");
        Double memoryRequest = quantity(object, container, resources, "requests", "memory");
        return new Resources(resource(cpuRequest, cpuLimit), resource(memoryRequest, memoryLimit),
                cpuRequest == null && cpuLimit != null, memoryRequest == null && memoryLimit != null);
    }

    private static @Nullable Resource resource(@Nullable Double request, @Nullable Double limit) {
        Double used = request == null ? limit : request;
        return used == null ? null : new Resource(used, limit, null);
    }

    private static @Nullable Double quantity(KubeObject object, PodContainer container, Tree resources, String list,
            String of) {
        Tree place = resources.at(list, of);
        Optional<String> written = place.value();
        if (written.isEmpty()) {
            return null;
        }
        OptionalDouble number = Quantity.parse(written.get());
        if (number.isEmpty() || number.getAsDouble() < 0) {
            throw object.wrong(place, "containers[" + container.name() + "].resources." + list + "." + of,
                    "a quantity such as 250m, 0.5 or 1.5Gi", written.get());
        }
        return number.getAsDouble();
    }

    /** Neither CPU nor memory is asked for. */
    boolean saysNothing() {
        return cpu == null && memory == null;
    }
}
