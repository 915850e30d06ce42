package dev.tare.estate;

import org.jspecify.annotations.Nullable;

/** A place in a document, written out only when something is wrong there: {@code services[3].cpu.request}. */
record At(@Nullable At parent, String name, int index) {
    private static final int NOT_IN_A_LIST = -1;
    static final At ROOT = new At(null, "", NOT_IN_A_LIST);

    At field(String field) {
        return new At(this, field, NOT_IN_A_LIST);
    }

    /** Another field of what this one is a field of. */
    At parentField(String field) {
        return (parent == null ? ROOT : parent).field(field);
    }

    At item(String list, int index) {
        return new At(this, list, index);
    }

    @Override
    public String toString() {
        String own = index == NOT_IN_A_LIST ? name : name + "[" + index + "]";
        String before = parent == null ? "" : parent.toString();
        return before.isEmpty() ? own : before + "." + own;
    }
}
