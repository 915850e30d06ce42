/**
 * Draws services and calls: which boxes and lines there are, where they stand, and the picture as SVG. Knows no estate, no
 * bill and no request; what it is told to draw has been put into words and widths already.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.comparison.graph;
