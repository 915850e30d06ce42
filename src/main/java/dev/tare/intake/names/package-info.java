/**
 * What names say of services: which two are surely one, which look like one, and how one becomes of two. Pure functions of
 * an estate document; nothing here decides for people, and nothing here stores.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.names;
