package dev.tare.catalogue;

import java.util.Map;

/**
 * A combination people argue about.
 *
 * @param id          fixed: addresses and scripts use it
 * @param name        on pages
 * @param description one sentence
 * @param family      heading it stands under
 * @param axes        axis id to option id, all axes but the grouping
 * @param grouping    its usual grouping: {@code one-each}, {@code per-team} or {@code all-in-one}
 */
public record Preset(String id, String name, String description, String family, Map<String, String> axes,
        String grouping) {}
