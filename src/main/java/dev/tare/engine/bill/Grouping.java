package dev.tare.engine.bill;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A partition of the services into units, laid out: the services of unit {@code u} are {@code members[start[u]]} up
 * to, not including, {@code members[start[u + 1]]}. Holds nothing an assumption could change.
 */
public final class Grouping {
    final Columns columns;
    final int[] unitOf;
    final int units;
    final int[] start;
    final int[] members;
    /** The units of several services, ascending. */
    final int[] shared;
    final int teams;
    final Companions companions;
    final Shelf shelf;

    /** Lays a partition out; throws {@link IllegalArgumentException} when it is not one of these services. */
    public Grouping(Columns columns, int[] unitOf) {
        this.columns = columns;
        this.unitOf = unitOf.clone();
        units = check();
        start = new int[units + 1];
        members = new int[unitOf.length];
        layOut();
        shared = IntStream.range(0, units).filter(unit -> size(unit) > 1).toArray();
        teams = teamCount();
        companions = new Companions(this);
        shelf = new Shelf(this);
    }

    /** The same units of services whose own figures have changed, and nothing that is counted over units. */
    Grouping with(Columns changed) {
        return new Grouping(this, changed);
    }

    private Grouping(Grouping same, Columns changed) {
        columns = changed;
        unitOf = same.unitOf;
        units = same.units;
        start = same.start;
        members = same.members;
        shared = same.shared;
        teams = same.teams;
        companions = same.companions;
        shelf = same.shelf;
    }

    /** How many services share the unit's process. */
    int size(int unit) {
        return start[unit + 1] - start[unit];
    }

    /** The {@code i}-th service of a unit. */
    int member(int unit, int i) {
        return members[start[unit] + i];
    }

    /** Whether every service of the unit follows nodes instead of load. */
    boolean pinned(int unit) {
        for (int i = start[unit]; i < start[unit + 1]; i++) {
            if (!columns.pinned[members[i]]) {
                return false;
            }
        }
        return true;
    }

    /** The partition, for {@link dev.tare.engine.graph.Hops}. */
    public int[] unitOf() {
        return unitOf.clone();
    }

    private int check() {
        if (unitOf.length != columns.count) {
            throw new IllegalArgumentException(
                    "expected a unit for each of " + columns.count + " services, found " + unitOf.length);
        }
        int most = -1;
        for (int unit : unitOf) {
            if (unit < 0) {
                throw new IllegalArgumentException("expected units numbered from 0, found " + unit);
            }
            most = Math.max(most, unit);
        }
        return most + 1;
    }

    private void layOut() {
        for (int unit : unitOf) {
            start[unit + 1]++;
        }
        for (int unit = 0; unit < units; unit++) {
            start[unit + 1] += start[unit];
        }
        int[] next = start.clone();
        for (int service = 0; service < unitOf.length; service++) {
            members[next[unitOf[service]]++] = service;
        }
    }

    private int teamCount() {
        Set<String> teams = new HashSet<>();
        columns.graph.services().forEach(service -> teams.add(service.team()));
        return teams.size();
    }
}
