package dev.tare.engine.finding;

import dev.tare.engine.Alternative;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Brief;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole estate, at its peak, fits on one server. Runs it there as one process beside whatever has to stay apart,
 * with the spare servers the shape asks for.
 */
final class NoScaleProblem implements Pattern {
    private static final List<Part> LINES = List.of(Part.values());

    @Override
    public String code() {
        return "no-scale-problem";
    }

    @Override
    public String title() {
        return "No scale problem";
    }

    @Override
    public Outcome look(Look look) {
        boolean spread = look.today.unitCount() > 1;
        return Stream.of(Alternative.ONE_SERVER, Alternative.ONE_LARGE_SERVER).filter(_ -> spread)
                .flatMap(which -> look.alternative(which).stream()).filter(one -> fits(look, one)).findFirst()
                .<Outcome>map(one -> found(look, one)).orElse(CLEAR);
    }

    private static boolean fits(Look look, Scenario one) {
        Brief alone = look.briefAtOne(one, Param.MIN_NODES, Param.MIN_REPLICAS);
        return alone.nodes() <= 1 && alone.vcpu() <= vcpu(look, one);
    }

    private static double vcpu(Look look, Scenario one) {
        return one.shape().value(Param.NODE_VCPU, look.subject.assumptions().likely());
    }

    private Outcome found(Look look, Scenario one) {
        double[] values = look.subject.assumptions().likely();
        double vcpu = vcpu(look, one);
        Brief spare = look.brief(look.graph, one);
        return found(List.of(),
                Sentence.of("Everything here fits, at its peak, on one server of ").figure(vcpu, Unit.VCPU)
                        .say(" and ").figure(one.shape().value(Param.NODE_MEMORY, values), Unit.MEMORY)
                        .say(" (" + one.name() + "). Today it takes ")
                        .figure(look.brief().vcpu(), Unit.VCPU).say(" in ").count(look.today.unitCount(), "unit")
                        .say("."),
                look.saving(look.graph, one, LINES), LINES,
                Sentence.of("Run it on ").count(Math.round(spare.nodes()), "such server")
                        .say(spare.nodes() > 1 ? ", one of them a spare, at " : ", at ")
                        .figure(spare.gross(), Unit.MONEY).say(" a month instead of ")
                        .figure(look.brief().gross(), Unit.MONEY).say("."));
    }
}
