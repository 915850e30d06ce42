/** What every page shares and no feature owns: error pages, number formatting, assets, the clock. */
@org.jspecify.annotations.NullMarked
package dev.tare.site;
