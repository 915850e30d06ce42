package dev.tare.engine.advice;

import dev.tare.engine.Advice;

import dev.tare.engine.CallTree;
import dev.tare.engine.CallTree.Call;
import dev.tare.engine.CallTree.Node;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Groups a call tree with the advisor, and holds its optimum against every set of cuts. */
public final class TreePlans {
    /** Bytes that cross are paid for where they leave and where they arrive. */
    private static final double ENDS = 2;
    private static final double SAME = 1e-9;

    private final CallTree tree;
    private final double[] memory;
    private final Terms terms;

    private TreePlans(CallTree tree) {
        this.tree = tree;
        memory = tree.nodes().stream().mapToDouble(Node::memory).toArray();
        terms = terms();
    }

    /** Both ends, the optimum and the plans that tie with it. */
    public static CallTree.Plans of(CallTree tree) {
        return new TreePlans(tree).plans();
    }

    private CallTree.Plans plans() {
        Rules rules = Rules.of(Rules.Traits.alike(memory)).memoryAtMost(tree.memoryLimit()).withConnectedUnits();
        Advice advice = Advisor.advise(Question.of(terms, rules));
        return new CallTree.Plans(advice.path().getFirst().weight(), advice.weight(), tied(advice.weight()),
                advice.path().getLast().weight(), Arrays.stream(memory).sum());
    }

    /** Runs cost rate × time whatever the plan; a call inside a block saves its bytes at both ends. */
    private Terms terms() {
        double constant = tree.entryRate() * (tree.entryData() + tree.nodes().getFirst().time());
        for (Call call : tree.calls()) {
            constant += call.rate() * tree.nodes().get(call.to() - 1).time() + bytes(call);
        }
        double[] saved = tree.calls().stream().mapToDouble(call -> -bytes(call)).toArray();
        Pairs pairs = Pairs.of(memory.length, ends(Call::from), ends(Call::to), saved);
        return new Terms(constant, Terms.Load.weightless(memory), Sizing.FREE, pairs, 0);
    }

    private static double bytes(Call call) {
        return ENDS * call.rate() * call.data();
    }

    private int[] ends(ToIntFunction<Call> end) {
        return tree.calls().stream().mapToInt(end).map(node -> node - 1).toArray();
    }

    private long tied(double best) {
        return IntStream.range(0, 1 << tree.calls().size()).mapToObj(this::cut)
                .filter(units -> fits(units) && terms.weigh(units) <= best * (1 + SAME)).count();
    }

    /** The blocks left when the calls whose bit is set are cut. */
    private int[] cut(int bits) {
        int[] units = new int[memory.length];
        int next = 1;
        List<Call> calls = tree.calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean cut = (bits >> i & 1) == 1;
            units[call.to() - 1] = cut ? next++ : units[call.from() - 1];
        }
        return units;
    }

    private boolean fits(int[] units) {
        double[] held = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            held[units[i]] += memory[i];
        }
        return Arrays.stream(held).allMatch(each -> each <= tree.memoryLimit());
    }
}
