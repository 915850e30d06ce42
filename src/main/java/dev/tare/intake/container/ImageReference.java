package dev.tare.intake.container;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An image's name taken apart: {@code registry:5000/path/name:tag@sha256:…}. */
public record ImageReference(String repository, @Nullable String tag, @Nullable String digest) {
    private static final String LATEST = "latest";

    /** Takes a reference apart. */
    public static ImageReference of(String reference) {
        int at = reference.indexOf('@');
        String digest = at < 0 ? null : reference.substring(at + 1);
        String named = at < 0 ? reference : reference.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        return new ImageReference(tagged ? named.substring(0, colon) : named,
                tagged ? named.substring(colon + 1) : null, digest);
    }

    /** The last step of the repository. */
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** Whether both name one image, however much of its registry and tag is written; unlike digests are unlike images. */
    public boolean isSameAs(ImageReference other) {
        if (digest != null && other.digest != null) {
            return digest.equals(other.digest);
        }
        boolean pinned = digest != null || other.digest != null;
        return full().equals(other.full()) && (pinned && (tag == null || other.tag == null)
                || Objects.requireNonNullElse(tag, LATEST).equals(Objects.requireNonNullElse(other.tag, LATEST)));
    }

    /** The repository with the registry and folder that may be left out. */
    public String full() {
        String path = repository.replaceFirst("^(?:index\\.|registry-1\\.)?docker\\.io/", "");
        int slash = path.indexOf('/');
        String first = slash < 0 ? "" : path.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        return registry ? path : "docker.io/" + (slash < 0 ? "library/" : "") + path;
    }

    /** Whether it is one of the images the registry itself curates, such as {@code python} or {@code docker.io/library/python}. */
    public boolean isOfficial() {
        String path = repository.replaceFirst("^(docker\\.io/)?library/", "").replaceFirst("^docker\\.io/", "");
        return !path.contains("/");
    }
}
