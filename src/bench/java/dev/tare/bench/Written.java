package dev.tare.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of one format: a head, an item as often as it takes, a tail. In an item {@code @} is its number, {@code ^} the
 * number of the one before, {@code %} one of {@value #SERVICES} services.
 */
record Written(String ending, String head, String item, String between, String tail) {
    static final int MEGABYTES = 20;
    private static final int SERVICES = 300;
    private static final String CSV = ".csv";
    private static final String JSON = ".json";
    private static final String YAML = ".yaml";

    static Written of(String format) {
        return switch (format) {
            case "aws-cur" -> table("bill/PayerAccountId,bill/BillingPeriodStartDate,bill/BillingPeriodEndDate,"
                    + "lineItem/UsageStartDate,lineItem/LineItemType,lineItem/ProductCode,lineItem/UnblendedCost,"
                    + "lineItem/CurrencyCode,lineItem/ResourceId,product/ProductName,resourceTags/user:app",
                    "1,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,2026-09-02T00:00:00Z,Usage,AmazonEC2,0.01@,USD,"
                            + "arn:aws:ec2:i-%,Compute,svc-%");
            case "azure-cost" -> table("SubscriptionId,Date,MeterCategory,CostInBillingCurrency,BillingCurrencyCode,"
                    + "ResourceGroup,ResourceId,Tags",
                    "s,09/02/2026,Virtual Machines,0.01@,EUR,group-%,/subscriptions/s/vm-%,\"{\"\"app\"\": \"\"svc-%\"\"}\"");
            case "focus" -> table("BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,"
                    + "ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ResourceId,ServiceCategory,ServiceName,Tags",
                    "0.01@,0.01,USD,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,2026-09-02T00:00:00Z,"
                            + "2026-09-03T00:00:00Z,vm-%,Compute,Machines,\"{\"\"app\"\": \"\"svc-%\"\"}\"");
            case "oci-cost" -> table("lineItem/referenceNo,lineItem/intervalUsageStart,lineItem/intervalUsageEnd,"
                    + "product/service,product/resourceId,cost/myCost,cost/currencyCode,tags/app",
                    "r@,2026-09-02T00:00Z,2026-09-02T01:00Z,COMPUTE,ocid-%,0.01@,USD,svc-%");
            case "plain-costs" -> table("month,service,category,cost", "2026-09,svc-%,compute,0.01@");
            case "spreadsheet" -> table("service,team,replicas,cpu,memory,language",
                    "svc-@,team-%,2,250m,512 MiB,java");
            case "backstage" -> new Written(YAML, "", """
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata:
                      name: svc-@
                      description: One of many components of a large catalogue
                      annotations: {example.org/slug: shop/svc-@}
                    spec:
                      type: service
                      lifecycle: production
                      owner: team-%
                      dependsOn: ['component:svc-^']
                    """, "---\n", "");
            case "compose" -> new Written(YAML, "services:\n", """
                      svc-@:
                        image: example.org/svc:1.@
                        environment:
                          - NEXT_URL=http://svc-^:8080/api
                          - LOG_LEVEL=info
                        depends_on: [svc-^]
                        ports: ["8080"]
                        deploy: {replicas: 2, resources: {limits: {cpus: "0.5", memory: 256M}}}
                    """.indent(2).replaceAll("(?m)^ {4}svc-@", "  svc-@"), "", "");
            case "kubernetes" -> new Written(YAML, "", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: svc-@
                    spec:
                      replicas: 2
                      selector: {matchLabels: {app: svc-@}}
                      template:
                        metadata:
                          labels: {app: svc-@}
                        spec:
                          containers:
                            - name: app
                              image: example.org/svc:1.@
                              env:
                                - name: NEXT_URL
                                  value: http://svc-^.default.svc.cluster.local:8080
                              resources:
                                requests: {cpu: 100m, memory: 128Mi}
                                limits: {cpu: 500m, memory: 256Mi}
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: svc-@}
                    spec: {selector: {app: svc-@}, ports: [{port: 8080}]}
                    """, "---\n", "");
            case "dependencies" -> list("{\"data\":[", """
                    {"parent":"svc-^","child":"svc-@","callCount":1@,"source":"jaeger"}""", "]}");
            case "docker" -> list("[", """
                    {"Id":"sha256:@","RepoTags":["example.org/svc-@:1"],"RepoDigests":[],"Created":"2026-01-01T00:00:00Z",\
                    "Architecture":"amd64","Os":"linux","Size":1234@,"RootFS":{"Type":"layers","Layers":["sha256:a@","sha256:b@"]}}\
                    """, "]");
            case "kiali" -> list(kiali(), """
                    {"data":{"id":"e@","source":"w%","target":"n%","traffic":{"protocol":"http","rates":{"http":"1.@",\
                    "httpPercentReq":"100.0"},"responses":{"200":{"flags":{"-":"100.0"},"hosts":{"svc-%":"100.0"}}}}}}""",
                    "]}}");
            case "linkerd" -> list("[", """
                    {"src":"svc-^","src_namespace":"n","dst":"svc-@","dst_namespace":"n","client_id":"c.n","server_id":"s.n",\
                    "no_tls_reason":""}""", "]");
            case "opencost" -> list("{\"code\":200,\"data\":[{\"x\":0}", """
                    {"p@":{"name":"p@","properties":{"cluster":"c","namespace":"n","controller":"svc-%","pod":"p@"},\
                    "window":{"start":"2026-09-01T00:00:00Z","end":"2026-09-02T00:00:00Z"},"cpuCost":0.01,"ramCost":0.02,\
                    "totalCost":0.03}}""", "]}").withFirstBetween();
            case "jaeger" -> list("{\"data\":[", """
                    {"traceID":"t@","spans":[{"traceID":"t@","spanID":"1@","operationName":"get","references":[],\
                    "startTime":1700000000000000,"duration":9000,"tags":[{"key":"span.kind","type":"string","value":"client"}],\
                    "processID":"p1"},{"traceID":"t@","spanID":"2@","operationName":"get","references":[{"refType":"CHILD_OF",\
                    "traceID":"t@","spanID":"1@"}],"startTime":1700000000001000,"duration":5000,"tags":[{"key":"span.kind",\
                    "type":"string","value":"server"}],"processID":"p2"}],"processes":{"p1":{"serviceName":"till"},\
                    "p2":{"serviceName":"svc-%"}}}""", "]}");
            case "otlp" -> new Written(JSON, "", """
                    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"svc-%"}}]},\
                    "scopeSpans":[{"spans":[{"traceId":"0000000000000000000000000000000a","spanId":"00000000000000@h",\
                    "parentSpanId":"","name":"get","kind":2,"startTimeUnixNano":"1700000000000000000",\
                    "endTimeUnixNano":"1700000000005000000","attributes":[{"key":"http.request.method",\
                    "value":{"stringValue":"GET"}}]}]}]}]}""".replace("00000000000000@h", "@h")
                    .replace("0000000000000000000000000000000a", "0000000000000000@h"), "\n", "\n");
            case "sbom" -> list("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"metadata\":{\"component\":"
                    + "{\"type\":\"application\",\"name\":\"till\"}},\"components\":[", """
                            {"type":"library","bom-ref":"r@","group":"org.example","name":"lib-@","version":"1.@",\
                            "purl":"pkg:maven/org.example/lib-@@1.@","licenses":[{"license":{"id":"MIT"}}]}"""
                    .replace("lib-@@1", "lib-@%401"), "]}");
            case "zipkin" -> list("[", """
                    {"traceId":"@h","id":"@h","kind":"SERVER","name":"get","timestamp":1700000000000000,"duration":5000,\
                    "localEndpoint":{"serviceName":"svc-%"},"tags":{"http.method":"GET","http.path":"/a/@"}}""", "]");
            default -> throw new IllegalArgumentException(format);
        };
    }

    /** Workloads, each behind a name of the cluster that others call it by. */
    private static String kiali() {
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            nodes.add("""
                    {"data":{"id":"w@","nodeType":"workload","namespace":"n","workload":"svc-@"}},\
                    {"data":{"id":"n@","nodeType":"service","namespace":"n","service":"web-@"}}"""
                    .replace("@", Integer.toString(i)));
            edges.add("{\"data\":{\"id\":\"b" + i + "\",\"source\":\"n" + i + "\",\"target\":\"w"
                    + (i + 1) % SERVICES + "\"}},");
        }
        return "{\"timestamp\":1,\"duration\":60,\"graphType\":\"workload\",\"elements\":{\"nodes\":["
                + String.join(",", nodes) + "],\"edges\":[" + String.join("", edges);
    }

    private static Written table(String heading, String row) {
        return new Written(CSV, heading + "\n", row + "\n", "", "");
    }

    private static Written list(String head, String item, String tail) {
        return new Written(JSON, head, item, ",", tail);
    }

    private Written withFirstBetween() {
        return new Written(ending, head + between, item, between, tail);
    }

    void to(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(head);
            long length = head.length();
            for (int i = 1; length < MEGABYTES * 1_000_000L; i++) {
                String text = (i == 1 ? "" : between) + item.replace("%40", "\0").replace("@h", "%016x".formatted(i))
                        .replace("@", Integer.toString(i)).replace("^", Integer.toString(Math.max(1, i - 1)))
                        .replace("%", Integer.toString(i % SERVICES)).replace("\0", "@");
                out.write(text);
                length += text.length();
            }
            out.write(tail);
        }
    }
}
