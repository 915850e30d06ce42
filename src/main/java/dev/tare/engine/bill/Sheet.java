package dev.tare.engine.bill;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill.Input;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Param;
import dev.tare.engine.Shape.Billing;
import java.util.ArrayList;
import java.util.List;

/** Writes a working: the formula, and the numbers that went into it with the assumption each of them is. */
final class Sheet {
    final Weighing w;
    private final Assumptions assumptions;
    private final String formula;
    private final List<Input> inputs;

    Sheet(Weighing w, Assumptions assumptions) {
        this(w, assumptions, "", new ArrayList<>());
    }

    private Sheet(Weighing w, Assumptions assumptions, String formula, List<Input> inputs) {
        this.w = w;
        this.assumptions = assumptions;
        this.formula = formula;
        this.inputs = inputs;
    }

    /** A fresh working with this formula. */
    Sheet formula(String words) {
        return new Sheet(w, assumptions, words, new ArrayList<>());
    }

    /** A number from the estate or computed from it. */
    Sheet found(String name, double value, Dimension dimension) {
        inputs.add(new Input(name, value, dimension, ""));
        return this;
    }

    /** A number the shape binds to an assumption; left out where it binds none. */
    Sheet given(String name, Param param) {
        int slot = w.terms.shape().slot(param);
        if (slot >= 0) {
            inputs.add(new Input(name, w.terms.of(param), param.dimension(), assumptions.key(slot)));
        }
        return this;
    }

    /** The price of an amount, term by term. */
    Sheet priced(Amount amount) {
        found("vCPU of this line", amount.vcpu(), Dimension.VCPU);
        found("memory of this line", amount.memory(), Dimension.BYTES);
        if (w.terms.bound(Param.PRICE_SERVER_MONTH)) {
            given("price of one server", Param.PRICE_SERVER_MONTH);
            found("its share for one vCPU", w.prices.vcpu(), Dimension.USD_PER_MONTH);
            found("its share for one GiB of memory", w.prices.memory() * Terms.GIB, Dimension.USD_PER_MONTH);
        } else {
            given("price of one vCPU", Param.PRICE_VCPU_HOUR);
            given("price of one GiB of memory", Param.PRICE_GIB_HOUR);
        }
        given("hours in a month", Param.HOURS_PER_MONTH);
        if (w.billing() == Billing.REQUESTS) {
            found("memory held by functions", amount.functionMemory(), Dimension.BYTES);
            given("price of function memory", Param.FUNCTION_PER_GB_SECOND);
        }
        return this;
    }

    Working done() {
        return new Working(formula, inputs);
    }
}
