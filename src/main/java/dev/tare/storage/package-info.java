/** The embedded PostgreSQL that serves when no database is configured. */
@org.jspecify.annotations.NullMarked
package dev.tare.storage;
