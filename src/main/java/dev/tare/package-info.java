/** tare: what the packaging of services weighs. */
@org.jspecify.annotations.NullMarked
package dev.tare;
