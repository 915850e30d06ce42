package dev.tare.site;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What a status means, in plain words, where nothing better is known about the case. */
final class Words {

    static final String TOO_LARGE = "That is more than tare takes at once: 2 GB a file, 4 GB together.";

    private Words() {}

    static String title(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "Error " + status.value() : known.getReasonPhrase();
    }

    static String of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "The request cannot be read.";
            case 401 -> "Sign in first.";
            case 403 ->
                "This was not sent from a page of this tare, or the page was open too long. Load it again and repeat.";
            case 404 -> "The address may be mistyped, or what was here has been deleted.";
            case 405 -> "This address does not do that.";
            case 406 -> "This address cannot answer in the format asked for.";
            case 409 -> "Someone else changed this in the meantime.";
            case 413 -> TOO_LARGE;
            case 415 -> "This format is not one that tare reads here.";
            default -> title(status) + ".";
        };
    }
}
