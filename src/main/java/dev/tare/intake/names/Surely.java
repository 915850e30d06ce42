package dev.tare.intake.names;

import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.names.Spelling.Form;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a name is only the address of a service: its name as the cluster's DNS has it, in the service's own namespace,
 * or with a port behind. Nobody has to be asked then.
 */
public final class Surely {
    private static final Set<Form> ADDRESSES = Set.of(Form.ADDRESS, Form.HOST);

    private Surely() {}

    /** Whether the name is an address of the service; either may be written as one. */
    public static boolean same(Service service, Service other) {
        return isAddressOf(other.name(), service) || isAddressOf(service.name(), other);
    }

    /** Whether a host is the service: {@code cart}, {@code cart:7070}, {@code cart.shop.svc} of a service in shop. */
    public static boolean isAddressOf(String host, Service service) {
        String namespace = service.namespace() == null ? "" : service.namespace().toLowerCase(Locale.ROOT);
        Spelling spelling = Spelling.plain(host, namespace.isEmpty() ? Set.of() : Set.of(namespace));
        boolean known = service.name().equalsIgnoreCase(spelling.core())
                || service.aliases().stream().anyMatch(spelling.core()::equalsIgnoreCase);
        boolean here = spelling.namespace() == null || Objects.equals(spelling.namespace(), namespace);
        return known && here && ADDRESSES.containsAll(spelling.forms()) && !spelling.forms().isEmpty()
                && !spelling.core().equals("localhost");
    }
}
