package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import java.util.Collection;
import java.util.List;

/** The columns of a grid: what names a row, and those of its other fields that are shown. */
record GridColumns(List<Field> fields) {
    static GridColumns all(GridKind<?> kind, EstateDocument document) {
        return new GridColumns(kind.fields(document));
    }

    /** What names a row and those of these paths, in the order of the form; the usual ones for none. */
    static GridColumns of(GridKind<?> kind, EstateDocument document, Collection<String> paths) {
        Collection<String> shown = paths.isEmpty() ? kind.usual(document) : paths;
        List<Field> all = kind.fields(document);
        List<Field> names = all.subList(0, kind.names());
        return new GridColumns(
                all.stream().filter(field -> names.contains(field) || shown.contains(field.path())).toList());
    }

    List<String> paths() {
        return fields.stream().map(Field::path).toList();
    }

    /** What a column is called where no section of a form says what it is of. */
    static String label(Field field) {
        return switch (field.path()) {
            case "image.compressedBytes" -> "Image, packed";
            case "image.unpackedBytes" -> "Image, unpacked";
            case "image.digest" -> "Image digest";
            case "image.builtAt" -> "Image built";
            case "payloadBytes" -> "Your part of the image";
            default -> field.label();
        };
    }

    /** What people call a column at the head of their own sheets, beside its label and its path. */
    static List<String> alsoCalled(Field field) {
        return switch (field.path()) {
            case "name" -> List.of("service", "service name", "component", "app", "application");
            case "team" -> List.of("owner", "squad", "owned by");
            case "runtime.language" -> List.of("runtime", "lang", "tech");
            case "replicas" -> List.of("instances", "pods", "count");
            case "cpu.request" -> List.of("cpu", "vcpu", "cores", "cpu request");
            case "memory.request" -> List.of("memory", "ram", "mem", "memory request");
            case "image.compressedBytes" -> List.of("image size", "compressed", "compressed size");
            case "image.reference" -> List.of("container image", "image name");
            case "image.unpackedBytes" -> List.of("unpacked");
            case "payloadBytes" -> List.of("payload", "your part of it", "artefact", "artifact");
            case "workMs.p50" -> List.of("p50", "median", "p50 ms");
            case "workMs.p99" -> List.of("p99", "p99 ms");
            case "load.peakToMean" -> List.of("peak to mean", "peak");
            case "deploysPerMonth" -> List.of("deploys", "releases", "deployments a month");
            case "from" -> List.of("from", "source", "client", "from service");
            case "to" -> List.of("target", "destination", "server", "to service");
            case "perRequest" -> List.of("per request", "times", "calls per request");
            case "mode" -> List.of("kind", "type", "sync", "sync async");
            case "requestBytes" -> List.of("request", "request size", "sent", "payload");
            case "responseBytes" -> List.of("response", "response size", "received");
            case "p50" -> List.of("median", "p50 ms", "latency p50");
            case "p99" -> List.of("p99 ms", "latency p99");
            default -> field.path().startsWith(GridCosts.COSTS + ".")
                    ? List.of(field.label().replaceFirst("^Cost: ", ""),
                            field.label().replaceFirst("^Cost: (.*)", "$1 cost"))
                    : List.of();
        };
    }

    /** What may be typed, where that is a closed set. */
    static List<String> options(Field field) {
        return field.kind() instanceof Kind.Choice choice
                ? choice.options().stream().map(Kind.Option::value).toList()
                : List.of();
    }

    /** The list in the page that offers what others have typed; empty where there is none. */
    static String offers(Field field) {
        if (field.kind() instanceof Kind.Choice) {
            return "options-" + field.path().replace('.', '-');
        }
        boolean known = field.kind() instanceof Kind.Text text
                && List.of("teams", "languages", "services").contains(text.suggestions());
        return known ? "known-" + ((Kind.Text) field.kind()).suggestions() : "";
    }

    /** Whether a column holds numbers, which stand at its right. */
    static boolean numeric(Field field) {
        return field.kind() instanceof Kind.Amount || field.kind() instanceof Kind.Whole;
    }
}
