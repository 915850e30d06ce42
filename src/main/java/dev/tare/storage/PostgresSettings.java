package dev.tare.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole {@code postgresql.conf}, written anew at every start: modest in memory, silent to every machine but this one. */
final class PostgresSettings {

    private PostgresSettings() {}

    static String text(int port, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("shared_buffers", "64MB");
        settings.put("max_connections", "50");
        settings.put("max_wal_size", "256MB");
        settings.put("jit", "off");
        settings.putAll(more);
        return settings.entrySet().stream().map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining("", "# Written by tare at every start; changes here are lost.\n", ""));
    }
}
