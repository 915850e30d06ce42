package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Brief;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.finding.Sentence.Unit;
import java.util.List;

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
        return look.alternative(Alternative.ONE_SERVER).filter(_ -> spread).map(one -> fits(look, one)).orElse(CLEAR);
    }

    private Outcome fits(Look look, Scenario one) {
        Brief alone = look.briefAtOne(one, Param.MIN_NODES, Param.MIN_REPLICAS);
        double[] values = look.subject.assumptions().likely();
        double vcpu = one.shape().value(Param.NODE_VCPU, values);
        if (alone.nodes() > 1 || alone.vcpu() > vcpu) {
            return CLEAR;
        }
        Brief spare = look.brief(look.graph, one);
        return found(List.of(),
                Sentence.of("Everything here fits, at its peak, on one server of ").figure(vcpu, Unit.VCPU)
                        .say(" and ").figure(one.shape().value(Param.NODE_MEMORY, values), Unit.MEMORY)
                        .say(", which is ").say(one.name()).say(". Today it takes ")
                        .figure(look.brief().vcpu(), Unit.VCPU).say(" in ").count(look.today.unitCount(), "unit")
                        .say("."),
                look.saving(look.graph, one, LINES), LINES,
                Sentence.of("Run it on ").count(Math.round(spare.nodes()), "such server").say(", one ")
                        .say(spare.nodes() > 1 ? "of them a spare" : "server").say(", at ")
                        .figure(spare.gross(), Unit.MONEY).say(" a month instead of ")
                        .figure(look.brief().gross(), Unit.MONEY).say("."));
    }
}
