package dev.tare.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an address is for. Ranges by the IANA registries of special-purpose addresses (RFC 6890) and by what clouds document
 * of their metadata services.
 */
final class Addresses {
    private static final List<Range> METADATA = Range.all("100.100.100.200/32", "168.63.129.16/32", "192.0.0.192/32",
            "fd00:ec2::/32", "fd20:ce::/32");
    private static final List<Range> LINK_LOCAL = Range.all("169.254.0.0/16", "fe80::/10");
    private static final List<Range> NO_HOST = Range.all("0.0.0.0/8", "192.0.0.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "ff00::/8", "fec0::/10", "100::/64", "64:ff9b:1::/48", "2001::/32");
    private static final List<Range> LOOPBACK = Range.all("127.0.0.0/8", "::1/128");
    private static final List<Range> PRIVATE = Range.all("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "100.64.0.0/10", "fc00::/7");
    private static final Range NAT64 = Range.of("64:ff9b::/96");
    private static final Range SIX_TO_FOUR = Range.of("2002::/16");
    private static final int IPV4_BYTES = 4;

    private Addresses() {}

    /** Why nobody may ever ask it. */
    static Optional<String> never(InetAddress address) {
        InetAddress meant = meant(address);
        for (InetAddress each : List.of(address, meant)) {
            if (isIn(METADATA, each)) {
                return Optional.of("a cloud's metadata service, which is never asked");
            }
            if (isIn(LINK_LOCAL, each)) {
                return Optional.of("a link-local address, which is never asked");
            }
            if (isIn(NO_HOST, each)) {
                return Optional.of("no address of a single host");
            }
        }
        return Optional.empty();
    }

    static boolean isLoopback(InetAddress address) {
        return isIn(LOOPBACK, meant(address));
    }

    static boolean isPrivate(InetAddress address) {
        return isIn(PRIVATE, meant(address));
    }

    static boolean isPublic(InetAddress address) {
        return !isLoopback(address) && !isPrivate(address);
    }

    private static boolean isIn(List<Range> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    /** The IPv4 address inside one of IPv6 that only carries it (Java unwraps {@code ::ffff:a.b.c.d} itself). */
    static InetAddress meant(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address six) || isIn(LOOPBACK, address)) {
            return address;
        }
        if (six.isIPv4CompatibleAddress() || NAT64.holds(address)) {
            return four(bytes, bytes.length - IPV4_BYTES);
        }
        return SIX_TO_FOUR.holds(address) ? four(bytes, 2) : address;
    }

    private static InetAddress four(byte[] bytes, int at) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, at, at + IPV4_BYTES));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
