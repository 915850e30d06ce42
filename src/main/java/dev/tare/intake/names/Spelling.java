package dev.tare.intake.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service's name taken apart: what is left when everything that hosts, versions, pods and catalogues put around it is
 * gone. {@code reviews-v2.shop.svc.cluster.local:9080} is {@code reviews} of namespace {@code shop}, version 2.
 *
 * @param core      lower case, words joined by hyphens; never empty
 * @param namespace as a host name states it
 * @param version   behind the name: {@code 2}, or a word such as {@code canary}
 * @param forms     what was taken off, the outermost first
 */
record Spelling(String core, @Nullable String namespace, @Nullable String version, List<Form> forms) {
    /** Ways in which a name is written that say nothing of what it names. */
    enum Form {
        /** A scheme or a port: {@code http://cart:8080}. */
        ADDRESS,
        /** A name of the cluster's DNS: {@code cart.shop.svc}. */
        HOST,
        /** A catalogue's reference: {@code component:default/cart}. */
        REFERENCE,
        /** A pod of a deployment. */
        POD,
        /** A version or a variant that runs beside others. */
        VERSION,
        /** A word that only says that it is a service. */
        SUFFIX
    }

    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SPACES = Pattern.compile("[_\\s]+");
    private static final Pattern JOINTS = Pattern.compile("[-.]");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*://([^/?#@]+@)?(?<host>[^/?#]+).*");
    private static final Pattern PORT = Pattern.compile("(?<host>[^:/]*[a-z][^:/]*):\\d{2,5}");
    private static final Pattern REFERENCE = Pattern
            .compile("(?:(?:component|api|resource|group):)(?:[a-z0-9_.-]+/)?(?<name>[a-z0-9_.-]+)");
    private static final Pattern CLUSTER = Pattern.compile(
            "(?<name>[a-z0-9_-]+)\\.(?<namespace>[a-z0-9-]+)\\.svc(?:\\.[a-z0-9.-]+)?\\.?");
    private static final Pattern SHORT_HOST = Pattern.compile("(?<name>[a-z0-9_-]+)\\.(?<namespace>[a-z0-9-]+)");
    /** As deployments name pods: characters that make no words, and a number among those of the replica set. */
    private static final Pattern POD = Pattern.compile(
            "(?<name>[a-z0-9].*?)-(?=[a-z]*\\d)[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}");
    private static final Pattern VERSION = Pattern
            .compile("(?<name>.*[a-z].*?)[-_.](?:v(?<number>\\d+(?:[._-]\\d+)*)|(?<word>canary|stable|blue|green))");
    private static final Pattern SUFFIX = Pattern
            .compile("(?<name>.*[a-z0-9]{3,}?)(?:-?(?:service|svc)|-(?:deployment|deploy|container|pod))");

    /**
     * Takes a name apart.
     *
     * @param namespaces those that are known: {@code cart.shop} is a host only when {@code shop} is one of them
     */
    static Spelling of(String name, Set<String> namespaces) {
        Reading reading = new Reading(hyphens(name.strip()));
        reading.address(namespaces);
        reading.strip(REFERENCE, "name", Form.REFERENCE);
        reading.strip(POD, "name", Form.POD);
        reading.version();
        String versioned = reading.rest;
        reading.strip(SUFFIX, "name", Form.SUFFIX);
        if (versioned.equals(reading.rest)) {
            reading.version();
        }
        return new Spelling(reading.rest, reading.namespace, reading.version, List.copyOf(reading.forms));
    }

    /** Takes off what makes an address of a name, and leaves the name as it is written. */
    static Spelling plain(String name, Set<String> namespaces) {
        Reading reading = new Reading(name.strip().toLowerCase(Locale.ROOT));
        reading.address(namespaces);
        return new Spelling(reading.rest, reading.namespace, null, List.copyOf(reading.forms));
    }

    /** {@code CartService}, {@code cart_service} and {@code cart service} are one word written in three ways. */
    private static String hyphens(String name) {
        return SPACES.matcher(HUMPS.matcher(name).replaceAll("-")).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** A name without the version behind it, as it is written. */
    static String unversioned(String name) {
        Matcher found = VERSION.matcher(name.toLowerCase(Locale.ROOT));
        return found.matches() ? name.substring(0, found.end("name")) : name;
    }

    /** The core without what joins its words. */
    String squeezed() {
        return JOINTS.matcher(core).replaceAll("");
    }

    boolean has(Form form) {
        return forms.contains(form);
    }

    /** What stays while forms are taken off. */
    private static final class Reading {
        private String rest;
        private @Nullable String namespace;
        private @Nullable String version;
        private final List<Form> forms = new ArrayList<>();

        Reading(String name) {
            this.rest = name;
        }

        @Nullable
        Matcher strip(Pattern pattern, String group, Form form) {
            Matcher matcher = pattern.matcher(rest);
            if (!matcher.matches()) {
                return null;
            }
            rest = matcher.group(group);
            forms.add(form);
            return matcher;
        }

        void address(Set<String> namespaces) {
            if (rest.indexOf(':') >= 0) {
                strip(SCHEME, "host", Form.ADDRESS);
                strip(PORT, "host", Form.ADDRESS);
            }
            if (rest.indexOf('.') >= 0) {
                host(namespaces);
            }
        }

        private void host(Set<String> namespaces) {
            Matcher host = strip(CLUSTER, "name", Form.HOST);
            Matcher brief = SHORT_HOST.matcher(rest);
            if (host == null && brief.matches() && namespaces.contains(brief.group("namespace"))) {
                host = strip(SHORT_HOST, "name", Form.HOST);
            }
            namespace = host == null ? null : host.group("namespace");
        }

        void version() {
            Matcher found = version == null ? strip(VERSION, "name", Form.VERSION) : null;
            if (found != null) {
                version = found.group("number") == null ? found.group("word") : found.group("number");
            }
        }
    }
}
