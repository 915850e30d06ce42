package dev.tare.engine;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill.Part;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static Trial pair() {
        return new Trial().services(service("a").replicas(1), service("b").replicas(1)).call("a", "b", 1)
                .entry("a", 100).nodes(4, 16 * GIB, 1);
    }

    @Test
    void anEmptyEstateCostsWhatThePlatformCosts() {
        Bill bill = new Trial().nodes(4, 16 * GIB, 2).bill();
        assertThat(bill.gross().get(Measure.COST).likely()).isCloseTo(2 * 56, within(1e-9));
        assertThat(bill.net().get(Measure.COST).likely()).isZero();
        assertThat(bill.structure().hopsPerRequest()).isZero();
        assertThat(bill.carriers()).isEmpty();
    }

    @Test
    void callsThatFeedOnThemselvesAreRefusedByName() {
        Trial loop = pair().call("b", "a", 1);
        assertThatThrownBy(loop::engine).isInstanceOf(AmplifyingCycle.class).hasMessageContaining("a → b → a");
    }

    @Test
    void aCallToNobodyIsRefused() {
        CallGraph graph = new CallGraph(List.of(Service.named("a")),
                List.of(new CallGraph.Call(0, 1, CallGraph.Mode.ASYNC, 1, 1, 1)), List.of(), List.of());
        Assumptions none = new Assumptions(List.of());
        assertThatThrownBy(() -> new Engine(graph, none)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupingOfOtherServicesIsRefused() {
        Trial trial = pair().units(0);
        assertThatThrownBy(trial::bill).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each of 2 services");
    }

    @Test
    void rangesAreTheCornersOfTheAssumptions() {
        Bill bill = pair().range(Param.PRICE_VCPU_HOUR, 5 / 730.0, 10 / 730.0, 30 / 730.0).bill();
        Range cost = bill.gross().get(Measure.COST);
        assertThat(cost.low()).isCloseTo(4 * 5 + 16, within(1e-9));
        assertThat(cost.likely()).isCloseTo(4 * 10 + 16, within(1e-9));
        assertThat(cost.high()).isCloseTo(4 * 30 + 16, within(1e-9));
    }

    @Test
    void peopleStandApart() {
        Trial trial = pair();
        double without = trial.bill().gross().get(Measure.COST).likely();
        Bill with = trial.set(Param.PEOPLE_BASE, 0.5).set(Param.PEOPLE_PER_UNIT, 0.1).set(Param.PEOPLE_COST, 10_000)
                .bill();
        assertThat(with.people().likely()).isCloseTo(0.7 * 10_000, within(1e-9));
        assertThat(with.gross().get(Measure.COST).likely()).isEqualTo(without);
    }

    @Test
    void whoTalksCarriesTheNetwork() {
        Trial trial = new Trial().services(service("a").replicas(1).cpu(1, 1).memory(GIB, GIB),
                service("b").replicas(1).cpu(1, 1).memory(GIB, GIB),
                service("c").replicas(1).cpu(1, 1).memory(GIB, GIB))
                .call("a", "b", 1).entry("a", 100).nodes(3, 3 * GIB, 1).set(Param.LOAD_BALANCERS, 1)
                .set(Param.LOAD_BALANCER, 1);
        double[] carriers = trial.bill().carriers();
        assertThat(carriers[0]).isCloseTo(365, within(1e-9));
        assertThat(carriers[1]).isCloseTo(365, within(1e-9));
        assertThat(carriers[2]).isCloseTo(0, within(1e-9));
    }

    @Test
    void nothingRestsOnDefaultsWhereAllIsStated() {
        Trial stated = new Trial().services(service("a").replicas(1).cpu(1, 0.5).memory(GIB, 0.5 * GIB)
                .image(100 * MB, 20 * MB).deploys(4).logs(100)).entry("a", 10).nodes(4, 16 * GIB, 1);
        assertThat(stated.bill().restsOnDefaults()).isZero();
    }

    @Test
    void capacityRestsOnDefaultsByTheFieldsThatDecideIt() {
        Trial half = new Trial().services(service("a").replicas(1).cpu(1, Double.NaN).memory(4 * GIB, GIB))
                .entry("a", 10).nodes(4, 16 * GIB, 1).set(Param.PRICE_GIB_HOUR, 0);
        assertThat(half.bill().restsOnDefaults()).isCloseTo(1 / 3.0, within(1e-9));
        Trial nothing = new Trial().services(service("a")).nodes(4, 16 * GIB, 1);
        assertThat(nothing.bill().restsOnDefaults()).isCloseTo(1, within(1e-9));
    }

    @Test
    void assumedEntryPointsAreSaid() {
        Bill bill = new Trial().services(service("a")).nodes(4, 16 * GIB, 1).set(Param.DEFAULT_ENTRY_RATE, 7).bill();
        assertThat(bill.structure().assumedEntries()).isTrue();
        assertThat(bill.structure().requestsPerSecond()).isEqualTo(7);
    }

    @Test
    void latencyAtOneSetOfValuesIsTheBillsUpToTheFewerRequestsDrawn() {
        Trial trial = new Trial().services(service("a").work(10, 40), service("b").work(5, 30)).call("a", "b", 1)
                .entry("a", 10).nodes(4, 16 * GIB, 1).set(Param.HOP_P50, 1).set(Param.HOP_P99, 3);
        Engine engine = trial.engine();
        double[] values = trial.assumptions().likely();
        Percentiles asked = engine.latency(trial.scenario(), values);
        Bill.EntryLatency billed = engine.weigh(trial.scenario()).latency().getFirst();
        assertThat(asked.p50()).isCloseTo(billed.p50().likely(), within(0.02 * asked.p50()));
        assertThat(asked.p99()).isCloseTo(billed.p99().likely(), within(0.05 * asked.p99()));
        assertThat(engine.latency(trial.scenario(), values)).isEqualTo(asked);
    }

    @Test
    void drawsComeNearToWhatConvolutionFindsAndSayHowNear() {
        Trial trial = new Trial().services(service("a").work(10, 40), service("b").work(5, 30)).call("a", "b", 2)
                .call("b", "b", 0.1).entry("a", 10).nodes(4, 16 * GIB, 1).set(Param.HOP_P50, 1).set(Param.HOP_P99, 3);
        Bill bill = trial.bill();
        double exact = trial.engine().convolved(trial.scenario(), trial.assumptions().likely()).orElseThrow().p99();
        assertThat(bill.timing().p99Error()).isPositive().isLessThan(0.01 * exact);
        assertThat(bill.gross().get(Measure.P99_MS).likely()).isCloseTo(exact, within(3 * bill.timing().p99Error()));
        assertThat(bill.timing().cutCalls()).isEqualTo(1);
    }

    @Test
    void latencyIsNetPlusWhatEachPartAdds() {
        Bill bill = new Trial()
                .services(service("a").work(10, 10), service("b").work(5, 5)).call("a", "b", 1).entry("a", 10)
                .nodes(4, 16 * GIB, 1).set(Param.HOP_P50, 1).set(Param.HOP_P99, 1).set(Param.MESH_HOP_P50, 0.5)
                .set(Param.MESH_HOP_P99, 0.5).set(Param.MESH_PROXIES, 1).bill();
        assertThat(bill.net().get(Measure.P99_MS).likely()).isCloseTo(15, within(1e-6));
        assertThat(Trial.line(bill, Part.NETWORK, Measure.P99_MS)).isCloseTo(1, within(1e-6));
        assertThat(Trial.line(bill, Part.MESH, Measure.P99_MS)).isCloseTo(0.5, within(1e-6));
        assertThat(bill.latency().getFirst().tareShare()).isCloseTo(1.5 / 16.5, within(1e-6));
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        Trial trial = pair();
        Engine engine = trial.engine();
        Bill first = engine.weigh(trial.scenario());
        Bill again = engine.weighAll(List.of(trial.scenario())).getFirst();
        assertThat(again.gross()).isEqualTo(first.gross());
        assertThat(again.lines()).isEqualTo(first.lines());
        assertThat(Arrays.equals(again.carriers(), first.carriers())).isTrue();
    }
}
