package dev.tare.intake.container;

import org.jspecify.annotations.Nullable;

/** An image's name taken apart: {@code registry:5000/path/name:tag@sha256:…}. */
public record ImageReference(String repository, @Nullable String tag, @Nullable String digest) {
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

    /** Whether it is one of the images the registry itself curates, such as {@code python} or {@code docker.io/library/python}. */
    public boolean isOfficial() {
        String path = repository.replaceFirst("^(docker\\.io/)?library/", "").replaceFirst("^docker\\.io/", "");
        return !path.contains("/");
    }
}
