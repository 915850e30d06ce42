package dev.tare.catalogue;

import static dev.tare.catalogue.Yaml.required;

import org.jspecify.annotations.Nullable;

/** An assumption as a file writes it: anything may be missing until checked. */
record AssumptionEntry(@Nullable String key, @Nullable String what, @Nullable Double low, @Nullable Double likely,
        @Nullable Double high, @Nullable String unit, @Nullable String statement, @Nullable String asOf,
        @Nullable String source, @Nullable String locator, @Nullable String how, @Nullable String note,
        @Nullable Boolean rises) {

    Assumption check(String file) {
        String name = required(file, "", "key", key);
        String grade = required(file, name, "how", how);
        How obtained = How.of(grade)
                .orElseThrow(() -> new BadCatalogue(file, name, "how: expected published, derived, author-figure or"
                        + " from-memory, found '" + grade + "'"));
        checkFigures(file, name);
        return new Assumption(name, required(file, name, "what", what), low, likely, high,
                required(file, name, "unit", unit), statement, required(file, name, "asOf", asOf),
                required(file, name, "source", source), locator, obtained, note, !Boolean.FALSE.equals(rises));
    }

    private void checkFigures(String file, String name) {
        if (low == null && likely == null && high == null && statement == null && note == null) {
            throw new BadCatalogue(file, name, "neither figures nor a statement");
        }
        double least = low == null ? Double.NEGATIVE_INFINITY : low;
        double most = high == null ? Double.POSITIVE_INFINITY : high;
        double middle = likely == null ? least : likely;
        if (!(least <= middle && middle <= most)) {
            throw new BadCatalogue(file, name,
                    "expected low <= likely <= high, found " + low + ", " + likely + ", " + high);
        }
    }
}
