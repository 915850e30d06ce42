package dev.tare.comparison;

import java.util.List;

/**
 * What a bill rests on that nobody stated, and what to state first.
 *
 * @param rests    share of today's gross that rests on defaults
 * @param width    how wide 80 of 100 draws of the gross a month lie apart, US dollars; in a very large estate from the
 *                 lightest to the heaviest
 * @param together what is left of that width when the first fields are stated, as a share
 * @param first    the fields to state first, each the best after those before it
 * @param fields   every field that would narrow it, by itself, the most first
 * @param lacks    every field with a default that somebody does not state
 */
public record Defaults(double rests, double width, double together, List<Gap> first, List<Gap> fields,
        List<Lack> lacks) {
    /** The lists are copied. */
    public Defaults {
        first = List.copyOf(first);
        fields = List.copyOf(fields);
        lacks = List.copyOf(lacks);
    }

    /** A field, the assumption that stands in for it, and how many services, calls or entry points do not state it. */
    public record Lack(String field, String assumption, int missing) {}

    /**
     * A field nobody stated.
     *
     * @param field      as the estate document writes it
     * @param assumption what it is taken to be
     * @param missing    how many services, calls or entry points do not state it
     * @param narrows    share of the width that goes when all of them do
     * @param services   those where it narrows most; empty where the field is not a service's or there are too many
     */
    public record Gap(String field, String assumption, int missing, double narrows, List<One> services) {
        /** The list is copied. */
        public Gap {
            services = List.copyOf(services);
        }

        Gap with(List<One> ranked) {
            return new Gap(field, assumption, missing, narrows, ranked);
        }
    }

    /** One service that does not state it, and the share of the width that goes when it alone does. */
    public record One(String service, double narrows) {}
}
