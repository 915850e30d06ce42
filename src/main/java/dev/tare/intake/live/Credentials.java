package dev.tare.intake.live;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What a system asks to be shown, for one import; kept nowhere and written nowhere. */
public record Credentials(String token, String username, String password) {
    /** Nothing to show. */
    public static final Credentials NONE = new Credentials("", "", "");

    /** Whether there is something to show. */
    public boolean isNone() {
        return token.isEmpty() && username.isEmpty();
    }

    /** The header that shows them; none when there is nothing to show. */
    public Map<String, String> header() {
        if (!token.isEmpty()) {
            return Map.of("Authorization", "Bearer " + token);
        }
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return username.isEmpty()
                ? Map.of()
                : Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Never the credentials themselves. */
    @Override
    public String toString() {
        return isNone() ? "no credentials" : "credentials";
    }
}
