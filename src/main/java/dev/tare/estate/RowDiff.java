package dev.tare.estate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to happen to a table: keys of rows to take out, rows to update in place and to add. Both sides come in order of their key. */
record RowDiff(List<int[]> gone, List<@Nullable String[]> changed, List<@Nullable String[]> fresh) {
    /** A row and its key without the estate, by which rows are in order. */
    record Keyed(int[] key, @Nullable String[] row) {}

    static RowDiff between(Table table, List<Keyed> before, List<Keyed> after) {
        RowDiff diff = new RowDiff(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int b = 0;
        int a = 0;
        while (b < before.size() || a < after.size()) {
            int order = order(before, b, after, a);
            if (order < 0) {
                diff.gone.add(before.get(b++).key());
            } else if (order > 0) {
                diff.fresh.add(after.get(a++).row());
            } else {
                diff.same(table, before.get(b++), after.get(a++));
            }
        }
        return diff;
    }

    boolean isEmpty() {
        return gone.isEmpty() && changed.isEmpty() && fresh.isEmpty();
    }

    private void same(Table table, Keyed old, Keyed now) {
        if (Arrays.equals(old.row(), now.row())) {
            return;
        }
        if (table.kept()) {
            changed.add(now.row());
        } else {
            gone.add(old.key());
            fresh.add(now.row());
        }
    }

    private static int order(List<Keyed> before, int b, List<Keyed> after, int a) {
        if (b == before.size()) {
            return 1;
        }
        return a == after.size() ? -1 : Arrays.compare(before.get(b).key(), after.get(a).key());
    }
}
