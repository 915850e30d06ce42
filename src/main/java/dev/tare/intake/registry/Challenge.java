package dev.tare.intake.registry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry's demand for a token: {@code Bearer realm="…",service="…",scope="…"}, in any order.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">how registries hand out tokens</a>
 */
record Challenge(Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

    /** Nothing when it demands something else. */
    static Optional<Challenge> of(String written) {
        if (!written.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(written.substring(7));
        while (matcher.find()) {
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT),
                    matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return Optional.of(new Challenge(parameters)).filter(challenge -> !challenge.realm().isEmpty());
    }

    /** Where tokens are. */
    String realm() {
        return parameters.getOrDefault("realm", "");
    }

    String service(String fallback) {
        String service = parameters.getOrDefault("service", "");
        return service.isEmpty() ? fallback : service;
    }

    /** What the token is for; one scope, because only one repository is asked for at a time. */
    String scope() {
        String scope = parameters.getOrDefault("scope", "").strip().split("\\s+")[0];
        return scope.isEmpty() ? "registry:catalog:*" : scope;
    }
}
