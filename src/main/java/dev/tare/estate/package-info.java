/** What teams register: estates, teams, services, sidecars, calls, entry points, hosting costs, with their forms and REST. Must not weigh anything. */
@org.jspecify.annotations.NullMarked
package dev.tare.estate;
