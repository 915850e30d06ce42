package dev.tare.intake.compose;

import dev.tare.intake.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port that a service opens on its host.
 *
 * @param host      on the host; empty when Docker chooses
 * @param target    inside the container
 * @param localOnly only programs on the same machine reach it
 */
record Published(String host, String target, boolean localOnly) {
    private static final Pattern SHORT = Pattern
            .compile("(?:(\\[[^]]*]|\\d+(?:\\.\\d+){3}):)?(?:(\\d+(?:-\\d+)?)?:)?(\\d+(?:-\\d+)?)(?:/\\w+)?");

    static List<Published> of(Tree spec) {
        return spec.at("ports").items().stream().map(Published::port).flatMap(Optional::stream).toList();
    }

    private static Optional<Published> port(Tree port) {
        if (port instanceof Tree.Mapping) {
            return port.value("target").map(target -> new Published(port.value("published").orElse(""), target,
                    isLocal(port.value("host_ip").orElse(""))));
        }
        Matcher parts = SHORT.matcher(port.value().orElse(""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String address = parts.group(1) == null ? "" : parts.group(1);
        return Optional.of(new Published(parts.group(2) == null ? "" : parts.group(2), parts.group(3),
                isLocal(address)));
    }

    private static boolean isLocal(String address) {
        return address.startsWith("127.") || address.equals("[::1]") || address.equals("::1");
    }
}
