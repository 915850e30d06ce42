package dev.tare.intake.kubernetes;

import dev.tare.intake.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ConfigMaps and Secrets among the files. Values of Secrets are looked into for hosts and never shown. */
final class Configs {
    private final Map<List<String>, Map<String, String>> data = new HashMap<>();

    Configs(List<KubeObject> objects) {
        for (KubeObject object : objects) {
            if (object.group().isEmpty() && object.kind().equals("ConfigMap")) {
                put(object, plain(object.at("data")));
            } else if (object.group().isEmpty() && object.kind().equals("Secret")) {
                put(object, decoded(object.at("data")));
                put(object, plain(object.at("stringData")));
            }
        }
    }

    private void put(KubeObject object, Map<String, String> entries) {
        data.computeIfAbsent(List.of(object.kind(), object.home(), object.name()), key -> new LinkedHashMap<>())
                .putAll(entries);
    }

    private static Map<String, String> plain(Tree data) {
        Map<String, String> entries = new LinkedHashMap<>();
        data.entries().forEach((key, value) -> value.value().ifPresent(text -> entries.put(key, text)));
        return entries;
    }

    private static Map<String, String> decoded(Tree data) {
        Map<String, String> entries = plain(data);
        entries.replaceAll((key, value) -> decoded(value));
        return entries;
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** All entries of one, when it is among the files. */
    Optional<Map<String, String>> find(String kind, String namespace, String name) {
        return Optional.ofNullable(data.get(List.of(kind, namespace, name)));
    }
}
