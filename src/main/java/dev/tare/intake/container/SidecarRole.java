package dev.tare.intake.container;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a helper beside an application is for, told by its name or image. */
public enum SidecarRole {
    /** Carries the application's traffic. */
    MESH("istio-proxy|linkerd-proxy|envoy|envoy-[a-z-]*|[a-z-]*-envoy|[a-z-]*-envoy-sidecar|consul-dataplane"
            + "|consul-sidecar|connect-proxy|kuma-sidecar|kuma-dp|daprd|nginx-mesh-sidecar|traefik-mesh-proxy",
            "istio/proxyv2|[^/]*/proxyv2|proxyv2|linkerd/proxy|linkerd-io/proxy|envoyproxy/envoy|envoy|envoy-alpine"
                    + "|aws-appmesh-envoy|consul-dataplane|kuma-dp|daprd"),
    /** Ships what the application writes. */
    LOGGING("fluentd?|fluent-?bit|filebeat|promtail|logstash|vector|rsyslog|syslog(-ng)?|splunk[a-z-]*"
            + "|(.*-)?(log|logs|logging|logger|logshipper|log-?shipper|logtail|logrotate|logspout)(-.*)?|fluent[a-z-]*",
            "fluentd[a-z0-9.-]*|fluent-?bit[a-z0-9.-]*|aws-for-fluent-bit|filebeat|promtail|logstash|vector|logrotate"
                    + "|universalforwarder|logspout|stackdriver-logging-agent"),
    /** Measures, or carries measurements and traces. */
    METRICS("(.*-)?exporter(-.*)?|telegraf|(.*-)?statsd(-.*)?|collectd|metricbeat|datadog(-.*)?|dd-agent"
            + "|newrelic(-.*)?|(.*-)?metrics(-.*)?|otel(-.*)?|otc-container|opentelemetry(-.*)?|jaeger-agent"
            + "|xray(-.*)?|cloudwatch-agent|grafana-agent|alloy|prometheus-to-sd|heapster(-.*)?|(.*-)?monitor(ing)?",
            "[a-z0-9._-]*exporter|telegraf|collectd|metricbeat|datadog-agent|agent-datadog|opentelemetry-collector.*"
                    + "|otel-collector|jaeger-agent|aws-xray-daemon|cloudwatch-agent|prometheus-to-sd|datadog/agent"),
    /** Guards who may come in, or watches what happens. */
    SECURITY("oauth2?-proxy|kube-rbac-proxy|(.*-)?auth-?proxy|authservice|(keycloak-|go)?gatekeeper|opa(-istio)?|falco"
            + "|aqua-[a-z-]*|twistlock[a-z-]*|spire-agent|pomerium|modsecurity|clamav",
            "oauth2-proxy|oauth2_proxy|kube-rbac-proxy|keycloak-gatekeeper|gogatekeeper|openpolicyagent/opa|opa|falco"
                    + "|spire-agent"),
    /** Fetches secrets. */
    SECRETS("vault-agent(-.*)?|vault-env|secrets?-(sync|agent|fetcher|store)(-.*)?|conjur[a-z-]*|akeyless[a-z-]*",
            "vault-env|secrets-provider-for-k8s|authn-k8s-client"),
    /** Fetches or reloads configuration. */
    CONFIG("(.*-)?config(map)?-?(reload|reloader|sync|watcher)(-.*)?|reloader|git-sync(-.*)?|consul-template|confd"
            + "|(.*-)?sc-(dashboard|datasources|alerts|rules)",
            "configmap-reload|prometheus-config-reloader|git-sync|k8s-sidecar|consul-template|confd"),
    /** Stands between the application and its database. */
    DATABASE("cloud-?sql-?(auth-)?proxy|cloud-?sql|alloydb-(auth-)?proxy|pgbouncer|pgpool(-.*)?|proxysql|mysql-router"
            + "|twemproxy|nutcracker|database-proxy|db-proxy",
            "cloud-sql-proxy|gce-proxy|alloydb-auth-proxy|pgbouncer|pgpool|proxysql|mysql-router|twemproxy");

    private final Pattern names;
    private final Pattern images;

    SidecarRole(String names, String images) {
        this.names = Pattern.compile(names);
        this.images = Pattern.compile(".*/(?:" + images + ")");
    }

    /** The role of a known kind of helper; nothing for a container that may be an application. */
    public static Optional<SidecarRole> of(String name, @Nullable String image) {
        String repository = image == null ? "" : "/" + ImageReference.of(image).repository();
        String lower = name.toLowerCase(Locale.ROOT);
        for (SidecarRole role : values()) {
            if (role.names.matcher(lower).matches() || role.images.matcher(repository).matches()) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** As the estate document writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
