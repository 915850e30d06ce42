package dev.tare.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong with a request, as it is told to whoever sent it.
 *
 * @param type names the kind where the status alone does not
 * @param detail a sentence for people
 * @param errors the wrong places of the input
 * @param currentVersion the version to read before trying again, where somebody else changed it
 * @param reference finds our log entry, where it is our fault
 * @param headers what the status asks for, such as {@code Allow}
 */
record Failure(HttpStatusCode status, String type, String detail, List<Invalid.Problem> errors,
        @Nullable String currentVersion, @Nullable String reference, HttpHeaders headers) {

    private static final String NO_TYPE = "about:blank";

    static Failure plain(HttpStatusCode status, String detail, HttpHeaders headers) {
        return new Failure(status, NO_TYPE, detail, List.of(), null, null, headers);
    }

    static Failure plain(HttpStatusCode status, String detail) {
        return plain(status, detail, HttpHeaders.EMPTY);
    }

    static Failure wrongInput(HttpStatusCode status, String detail, List<Invalid.Problem> errors) {
        return new Failure(status, "urn:tare:problem:wrong-input", detail, errors, null, null, HttpHeaders.EMPTY);
    }

    static Failure changedMeanwhile(HttpStatusCode status, String detail, @Nullable String currentVersion) {
        return new Failure(status, "urn:tare:problem:changed-meanwhile", detail, List.of(), currentVersion, null,
                HttpHeaders.EMPTY);
    }

    static Failure ourFault(HttpStatusCode status, String reference) {
        String detail = "Something went wrong on our side. Whoever looks after this tare finds the cause in its log under "
                + reference + ".";
        return new Failure(status, NO_TYPE, detail, List.of(), null, reference, HttpHeaders.EMPTY);
    }
}
