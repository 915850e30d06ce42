package dev.tare.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Decides which addresses tare may ask on behalf of whoever fills in a form. What it gives back is what is connected to:
 * a name is looked up once, its addresses are judged, and the connection goes to those, so a name that changes its answer
 * in between gains nothing.
 */
@Component
public final class Guard {
    private static final Set<String> METADATA = Set.of("metadata", "metadata.google.internal", "metadata.goog",
            "instance-data", "instance-data.ec2.internal", "metadata.packet.net", "metadata.platformequinix.com");
    private static final String EXPECTED = "an address that may be asked (tare.live.allow: %s)";
    private static final int LAST_PORT = 65_535;

    private final Allowed allowed;
    private final Names names;

    /** Looks names up. */
    @FunctionalInterface
    public interface Names {
        /** All addresses of a name. */
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Lets the hosts be asked that the operator allows. */
    @Autowired
    public Guard(@Value("${tare.live.allow}") String allow) {
        this(allow, InetAddress::getAllByName);
    }

    /** Lets the hosts be asked that {@code allow} names, looked up by these names: for tests without a network. */
    public Guard(String allow, Names names) {
        this.allowed = Allowed.of(allow);
        this.names = names;
    }

    /** What the operator allows, for people. */
    public String allowed() {
        return allowed.toString();
    }

    /** An address as people type it, when it is one that may be asked as far as its writing tells. */
    public URI address(String typed) {
        String text = typed.strip();
        String shown = shown(text);
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text).parseServerAuthority();
            checkWriting(uri, shown);
            return uri;
        } catch (URISyntaxException e) {
            throw NotReached.at(shown, "an address such as http://prometheus.example.com:9090",
                    "\"" + shown + "\", which is none");
        }
    }

    private void checkWriting(URI uri, String shown) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw NotReached.at(shown, "http or https", scheme);
        }
        if (uri.getRawUserInfo() != null) {
            throw NotReached.at(shown, "an address without a user; credentials have their own fields",
                    "a user in the address");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw NotReached.at(shown, "a host, and a port from 1 to 65535 or none",
                    uri.getHost() == null ? "no host" : "port " + uri.getPort());
        }
        host(uri.getHost(), shown);
    }

    /** Without what may be a password. */
    private static String shown(String text) {
        return text.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)?[^/?#]*@", "$1…@");
    }

    /**
     * Judges an address as connecting to it would, without connecting. Names change, so one that nobody knows today is
     * no reason to refuse it.
     *
     * @return whether the name is known
     * @throws NotReached when it may not be asked
     */
    public boolean knows(URI address) {
        try {
            return addresses(address.getHost()).length > 0;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * The addresses to connect to, every one of them allowed: one that is not spoils the name.
     *
     * @throws UnknownHostException when there is no such name
     */
    InetAddress[] addresses(String typed) throws UnknownHostException {
        String host = host(typed, typed);
        InetAddress[] found = names.of(host);
        for (InetAddress address : found) {
            String shown = host.equals(address.getHostAddress()) ? host : host + " (" + address.getHostAddress() + ")";
            Addresses.never(address).ifPresent(why -> {
                throw refused(shown, why);
            });
            if (!allowed.names(host) && !allowed.holds(address)) {
                throw refused(shown, "an address that is not allowed");
            }
        }
        return found;
    }

    /** A host in lower case, when its writing means one thing only. */
    private String host(String typed, String shown) {
        String host = typed.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (METADATA.contains(host)) {
            throw refused(shown, "a cloud's metadata service, which is never asked");
        }
        if (host.contains("%")) {
            throw refused(shown, "an address with a zone");
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (!host.contains(":") && last.matches("\\d+|0x[0-9a-f]*") && !isPlain(host)) {
            throw refused(shown, "an IP address that is not written as four plain numbers");
        }
        return host;
    }

    private static boolean isPlain(String host) {
        String[] parts = host.split("\\.", -1);
        return parts.length == 4 && List.of(parts).stream()
                .allMatch(part -> part.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(part) < 256);
    }

    private NotReached refused(String shown, String why) {
        return NotReached.at(shown, EXPECTED.formatted(allowed), why);
    }
}
