package dev.tare.intake.sbom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.tare.intake.ImportFailed;
import org.jspecify.annotations.Nullable;

/** Says what a library found wrong in a file, with the place where it knows one. */
final class Trouble {
    private static final int LONGEST = 300;

    private Trouble() {}

    static ImportFailed of(String file, Kind kind, Exception trouble) {
        JsonProcessingException json = json(trouble);
        Integer line = json == null || json.getLocation() == null || json.getLocation().getLineNr() < 1
                ? null
                : json.getLocation().getLineNr();
        String found = json == null ? deepest(trouble) : String.valueOf(json.getOriginalMessage());
        ImportFailed failed = ImportFailed.at(file, line, json instanceof JsonMappingException mapping
                ? path(mapping)
                : null, kind.name().startsWith("SPDX") ? "a valid SPDX 2 document" : "a valid CycloneDX document",
                found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found);
        failed.initCause(trouble);
        return failed;
    }

    private static @Nullable JsonProcessingException json(Throwable trouble) {
        Throwable at = trouble;
        for (int i = 0; at != null && i < 10; i++) {
            if (at instanceof JsonProcessingException json) {
                return json;
            }
            at = at.getCause();
        }
        return null;
    }

    private static @Nullable String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        mapping.getPath().forEach(step -> path.append(step.getFieldName() == null
                ? "[" + step.getIndex() + "]"
                : (path.isEmpty() ? "" : ".") + step.getFieldName()));
        return path.isEmpty() ? null : path.toString();
    }

    private static String deepest(Throwable trouble) {
        Throwable at = trouble;
        for (int i = 0; at.getCause() != null && i < 10; i++) {
            at = at.getCause();
        }
        return at.getMessage() == null ? "something it does not allow" : at.getMessage().lines().findFirst().orElse("");
    }
}
