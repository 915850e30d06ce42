package dev.tare.catalogue;

import java.util.List;

/**
 * A condition an option puts on another axis.
 *
 * @param axis    the other axis
 * @param of      ids or tags of which the option chosen there must have one; empty when anything goes
 * @param not     ids or tags it must not have
 * @param because the reason, as a sentence for the reader
 */
public record Need(Axis axis, List<String> of, List<String> not, String because) {
    /** Lists are copied. */
    public Need {
        of = List.copyOf(of);
        not = List.copyOf(not);
    }

    boolean metBy(Option chosen) {
        return (of.isEmpty() || of.stream().anyMatch(chosen::is)) && not.stream().noneMatch(chosen::is);
    }
}
