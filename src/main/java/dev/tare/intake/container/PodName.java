package dev.tare.intake.container;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs a pod, told by its name alone. The suffixes that Kubernetes makes up hold no vowels and none of 0, 1 and 3.
 *
 * @param kind     of the workload; empty when the name does not tell
 * @param workload the pod's own name when nothing runs it
 */
public record PodName(String kind, String workload) {
    /** A character of a suffix that was made up. */
    public static final String MADE_UP = "[bcdfghjklmnpqrstvwxz2456789]";

    private static final List<Form> FORMS = List.of(
            new Form("Deployment", Pattern.compile("(.+)-" + MADE_UP + "{6,10}-" + MADE_UP + "{5}")),
            new Form("StatefulSet", Pattern.compile("(.+)-\\d{1,6}")),
            new Form("", Pattern.compile("(.+)-" + MADE_UP + "{5}")));

    private record Form(String kind, Pattern pattern) {}

    /** By the form of a pod's name: {@code web-6d5f7c9b8-kx2pq} is of the Deployment web. */
    public static PodName of(String pod) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(pod);
            if (matcher.matches()) {
                return new PodName(form.kind(), matcher.group(1));
            }
        }
        return new PodName("", pod);
    }
}
