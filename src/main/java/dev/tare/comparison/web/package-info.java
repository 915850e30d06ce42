/** The pages that show what an estate weighs, and the bills of the API. Weighs nothing itself. */
@org.jspecify.annotations.NullMarked
package dev.tare.comparison.web;
