package dev.tare.catalogue;

import java.util.List;

/** A job of the operating system and what does it in a shape; nothing named means the operating system still does. */
public record Replacement(Primitive primitive, List<By> by) {
    /** What does the job, and which option brought it. */
    public record By(Option option, String words) {}
}
