package dev.tare.intake.compose;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.ImageReference;
import dev.tare.intake.container.SidecarRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where requests come in: services that open a port on their host. Compose files open many ports only to look inside,
 * so data stores and what other services call do not count, and ports 80 and 443 decide where somebody opens them.
 */
final class EntryPoints {
    private static final Pattern STORES = Pattern
            .compile("(?:.*[-_])?(?:postgres|postgis|timescaledb|mysql|mariadb|percona|"
                    + "mongo|mongodb|mongo-express|redis|valkey|memcached|server|cassandra|elasticsearch|opensearch|rabbitmq|kafka|"
                    + "zookeeper|nats|minio|influxdb|clickhouse|couchdb|neo4j|etcd|consul|vault|registry|zipkin|jaeger|all-in-one|"
                    + "prometheus|alertmanager|grafana|kibana|seq|adminer|phpmyadmin|pgadmin4|node-exporter|cadvisor)(?:[-_].*)?");

    private final List<Part> entries;
    private final List<Finding> findings = new ArrayList<>();

    EntryPoints(List<Part> services, Calls calls) {
        List<Part> open = services.stream().filter(part -> !ports(part).isEmpty())
                .filter(part -> !isStore(part) && !calls.isCalled(part)).toList();
        List<Part> web = services.stream()
                .filter(part -> ports(part).contains("80") || ports(part).contains("443")).toList();
        entries = web.isEmpty() ? open : web;
        entries.forEach(part -> findings.add(part.finding(Severity.INFO, "entry", part.key()
                + " receives outside requests: it opens port " + String.join(", ", ports(part))
                + " on its host. The file does not say how many.", "Type the requests a second at its entry point.")));
        if (entries.isEmpty()) {
            findings.add(Finding.of(Severity.INFO, "no-entry",
                    "No entry point is declared: no service that others do not call opens a port on its host.",
                    "Say which services receive outside requests, and how many a second."));
        }
    }

    private static List<String> ports(Part part) {
        return Published.of(part.spec()).stream().filter(port -> !port.localOnly()).map(Published::host)
                .filter(host -> !host.isEmpty()).distinct().toList();
    }

    private static boolean isStore(Part part) {
        String image = ImageReference.of(Objects.requireNonNullElse(part.image(), "")).name();
        return STORES.matcher(image).matches() || SidecarRole.of(part.key(), part.image()).isPresent();
    }

    List<Part> entries() {
        return entries;
    }

    List<Finding> findings() {
        return findings;
    }
}
