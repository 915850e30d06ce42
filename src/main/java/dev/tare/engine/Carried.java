package dev.tare.engine;

import dev.tare.engine.Bill.Part;
import java.util.Map;

/**
 * What every service carries of a scenario, USD a month, in graph order.
 *
 * @param net  sums to the net cost
 * @param tare by part, each sums to the part's cost
 */
public record Carried(double[] net, Map<Part, double[]> tare) {}
