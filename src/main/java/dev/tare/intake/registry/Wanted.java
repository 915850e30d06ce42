package dev.tare.intake.registry;

import dev.tare.intake.container.ImageReference;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image that is asked for.
 *
 * @param reference  as the estate or the form writes it
 * @param registry   where it is asked for
 * @param repository its path there
 * @param tag        what to ask for, unless there is a digest
 */
record Wanted(String reference, URI registry, String repository, String tag, @Nullable String digest) {
    private static final String HUB = "docker.io";
    private static final String HUB_API = "registry-1.docker.io";
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9]+(?:[._/-]+[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+:[0-9a-fA-F]{32,128}");
    private static final Pattern LOCAL = Pattern.compile("(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?");

    /**
     * An image's own registry, or the given one when the reference names none or that.
     *
     * @param digest what runs, when that is known
     * @return nothing when it is no reference, or is at another registry than the given one
     */
    static Optional<Wanted> of(String reference, @Nullable String digest, @Nullable URI given, boolean hostless) {
        ImageReference image = ImageReference.of(reference);
        String host = host(image.repository());
        boolean here = given == null || (host.isEmpty()
                ? hostless || isHub(given.getAuthority())
                : api(host).equals(api(given.getAuthority())));
        String path = host.isEmpty() ? image.repository() : image.repository().substring(host.length() + 1);
        URI registry = given != null
                ? URI.create(given.getScheme() + "://" + api(given.getAuthority()))
                : URI.create(
                        (LOCAL.matcher(host).matches() ? "http://" : "https://") + api(host.isEmpty() ? HUB : host));
        String tag = Objects.requireNonNullElse(image.tag(), "latest");
        String pinned = image.digest() == null ? digest : image.digest();
        boolean readable = here && REPOSITORY.matcher(path).matches() && TAG.matcher(tag).matches()
                && (pinned == null || DIGEST.matcher(pinned).matches());
        String repository = isHub(registry.getAuthority()) && !path.contains("/") ? "library/" + path : path;
        return readable ? Optional.of(new Wanted(reference, registry, repository, tag, pinned)) : Optional.empty();
    }

    /** Whether the text can name an image at all. */
    static boolean isReadable(String reference) {
        return of(reference, null, null, true).isPresent();
    }

    private static String host(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : "";
    }

    private static String api(String host) {
        return isHub(host) ? HUB_API : host;
    }

    private static boolean isHub(String host) {
        return host.equals(HUB) || host.equals("index." + HUB) || host.equals(HUB_API) || host.equals("hub.docker.com");
    }
}
