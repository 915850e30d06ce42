/** The catalogue for people (pages) and for programs (the API). Shows; decides nothing. */
@org.jspecify.annotations.NullMarked
package dev.tare.catalogue.web;
