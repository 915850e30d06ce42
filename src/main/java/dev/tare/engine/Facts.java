package dev.tare.engine;

import java.util.List;

/**
 * What is known of a service besides what it weighs; NaN and empty are "not stated".
 *
 * @param tag             how its image is named
 * @param imageAgeDays    days since its image was built
 * @param runtime         language and version as people write it
 * @param runtimeKnown    whether a version is stated whose end of support is known
 * @param unsupportedDays days since that end; 0 or less while supported, NaN where not known
 * @param stores          data stores it uses
 * @param release         what was released together with it carries the same mark
 * @param scheduled       runs and ends by a timetable
 * @param serves          its image is a web server's that hands out files
 * @param packages        packages in its image
 * @param vulnerabilities known vulnerabilities in its image
 * @param components      those packages by name and version
 */
public record Facts(Tag tag, double imageAgeDays, String runtime, boolean runtimeKnown, double unsupportedDays,
        List<String> stores, String release, boolean scheduled, boolean serves, double packages,
        double vulnerabilities, List<String> components) {
    /** How an image is named. */
    public enum Tag {
        /** No image is stated. */
        UNKNOWN,
        /** By the digest of its content: always the same bytes. */
        DIGEST,
        /** By a version that is meant to stay. */
        VERSION,
        /** By a name that is meant to move, or by none. */
        MOVING
    }

    /** Lists are copied. */
    public Facts {
        stores = List.copyOf(stores);
        components = List.copyOf(components);
    }

    /** Nothing is known. */
    public static final Facts NONE = new Facts(Tag.UNKNOWN, Double.NaN, "", false, Double.NaN, List.of(), "", false,
            false, Double.NaN, Double.NaN, List.of());
}
