package dev.tare.comparison;

import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Split;
import dev.tare.engine.Advice.Step;
import dev.tare.engine.Advice.Today;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallTares;
import dev.tare.engine.Bill.Input;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeAdvice.Lever;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a bill's US dollars into the estate's currency, and modelled money into billed where that is asked for; its
 * workings keep the dollars they were found in and end in the rate.
 *
 * @param calibration what modelled money is divided by to come to what is billed; 1 for nothing
 */
record InCurrency(String currency, double usdPerUnit, double calibration) {
    static InCurrency of(String currency, double usdPerUnit) {
        return new InCurrency(currency, usdPerUnit, 1);
    }

    static InCurrency of(String currency, Asked asked) {
        return new InCurrency(currency, asked.usdPerUnit(), asked.calibration());
    }

    /** The same bill; nothing changes for dollars as they are modelled. */
    Bill bill(Bill usd) {
        if (currency.equals("USD") && calibration == 1) {
            return usd;
        }
        return new Bill(usd.scenario(), usd.units(), totals(usd.net()), totals(usd.tare()), totals(usd.gross()),
                workings(usd.netWorking()), usd.lines().stream().map(this::line).toList(), people(usd.people()),
                usd.latency(), usd.timing(), usd.structure(),
                each(usd.carriers()), each(usd.needs()), usd.restsOnDefaults());
    }

    private double[] each(double[] usd) {
        return Arrays.stream(usd).map(this::converted).toArray();
    }

    /** The same calls. */
    CallTares calls(CallTares usd) {
        return new CallTares(usd.calls().stream()
                .map(call -> new CallTares.CallTare(call.perSecond(), call.remote(), ranges(call.parts()))).toList(),
                ranges(usd.elsewhere()), usd.structure());
    }

    private Map<Part, Range> ranges(Map<Part, Range> usd) {
        Map<Part, Range> converted = new EnumMap<>(Part.class);
        usd.forEach((part, range) -> converted.put(part, range(range)));
        return converted;
    }

    /** The same advice; only what was to be least in money is money. */
    MergeAdvice advice(MergeAdvice usd, Aim aim) {
        Advice advice = aim.inMoney() ? advice(usd.advice()) : usd.advice();
        double unit = aim.inMoney() ? usdPerUnit : 1;
        return new MergeAdvice(advice, plan(usd.today()), usd.path().stream().map(this::plan).toList(),
                usd.levers().stream()
                        .map(lever -> new Lever(lever.rule(), lever.weight() / unit, lever.saving() / unit))
                        .toList());
    }

    private Plan plan(Plan usd) {
        return new Plan(usd.gross() / usdPerUnit, usd.p99Ms(), usd.sharedTeams());
    }

    private Advice advice(Advice usd) {
        List<Step> path = usd.path().stream().map(step -> new Step(step.grouping(), step.units(),
                step.weight() / usdPerUnit, step.saving() / usdPerUnit, step.merges(), step.a(), step.b(),
                step.evidence(), step.blockers(), step.permitted())).toList();
        Today today = new Today(usd.today().weight() / usdPerUnit, usd.today().permitted(), usd.today().stay(),
                usd.today().splits().stream()
                        .map(split -> new Split(split.service(), split.saving() / usdPerUnit)).toList());
        return new Advice(usd.optimum(), usd.weight() / usdPerUnit, usd.method(), usd.exact(),
                usd.bound() / usdPerUnit, today, path, usd.best(), usd.knee());
    }

    private Map<Measure, Range> totals(Map<Measure, Range> totals) {
        Map<Measure, Range> converted = new EnumMap<>(totals);
        converted.computeIfPresent(Measure.COST, (_, range) -> range(range));
        return converted;
    }

    private Map<Measure, Working> workings(Map<Measure, Working> workings) {
        Map<Measure, Working> converted = new EnumMap<>(workings);
        converted.computeIfPresent(Measure.COST, (_, working) -> working(working));
        return converted;
    }

    private Bill.Line line(Bill.Line line) {
        return line.measure() != Measure.COST
                ? line
                : new Bill.Line(line.part(), line.measure(), range(line.range()), working(line.working()));
    }

    private Range range(Range usd) {
        return new Range(converted(usd.low()), converted(usd.likely()), converted(usd.high()));
    }

    /** No hosting bill holds them. */
    private Range people(Range usd) {
        return new Range(usd.low() / usdPerUnit, usd.likely() / usdPerUnit, usd.high() / usdPerUnit);
    }

    private double converted(double usd) {
        return usd / usdPerUnit / calibration;
    }

    private Working working(Working usd) {
        List<Input> inputs = new ArrayList<>(usd.inputs());
        String formula = usd.formula();
        if (!currency.equals("USD")) {
            inputs.add(new Input("US dollars for one " + currency, usdPerUnit, Dimension.NUMBER, "fx." + currency));
            formula = "(" + formula + ") ÷ US dollars for one " + currency;
        }
        if (calibration != 1) {
            inputs.add(new Input("modelled ÷ billed, of what runs today", calibration, Dimension.NUMBER, ""));
            formula = "(" + formula + ") ÷ modelled ÷ billed";
        }
        return new Working(formula, inputs);
    }
}
