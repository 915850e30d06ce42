/** Costs as OpenCost and Kubecost allocate them to what runs in a cluster. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.opencost;
