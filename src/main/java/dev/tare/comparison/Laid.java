package dev.tare.comparison;

import java.util.Map;

/**
 * A scenario before it is weighed; one that cannot stand has this too.
 *
 * @param axes  an option for each axis but the grouping
 * @param units for each service by position its unit; what is only advised stays one each
 */
public record Laid(Map<String, String> axes, int[] units) {}
