package dev.tare.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.util.StringUtils;

/** Tells whether an address to listen on can be reached from this machine alone. */
final class Loopback {

    private Loopback() {}

    static boolean isLoopback(String address) {
        try {
            return StringUtils.hasText(address) && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
