package dev.tare.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.web.GridChange.Cell;
import dev.tare.site.Invalid.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hosting costs as columns, and calls as rows. */
class GridEditTest {
    private static final Cost LINE = new Cost("compute", new BigDecimal("12345678901234567.00000000001"), "invoice");
    private static final Cost CREDIT = new Cost("load balancer, v2.1", new BigDecimal("-3.5"), null);
    private static final EstateDocument SHOP = EstateDocument.named("Shop").withServices(List.of(
            Service.named("cart").withCosts(List.of(LINE, CREDIT), List.of()), Service.named("ad"),
            Service.named("web").withCosts(List.of(new Cost("compute", BigDecimal.ONE, "a"),
                    new Cost("compute", BigDecimal.TWO, "b")), List.of())))
            .withCalls(List.of(call("web", "cart", 1.0), call("web", "cart", 2.0),
                    new Call("cart", "ad", "startup-order", null, null, null, null, null, null, 7L, List.of())));
    private static final String BALANCER = "costs.load%20balancer%2C%20v2%2E1";

    private static Call call(String from, String to, double times) {
        return new Call(from, to, null, null, times, null, null, null, null, null, List.of());
    }

    private static GridChange change(int row, String was, String path, String before, String now) {
        return new GridChange(row, was, Map.of(path, new Cell(before, now)), false);
    }

    @Test
    void everyCategoryIsAColumnAndACellTheSumOfItsLines() {
        GridSheet sheet = GridSheet.of(new GridServices(), SHOP, 1,
                GridColumns.of(new GridServices(), SHOP, List.of("costs.compute", BALANCER)));
        assertThat(sheet.columns()).extracting(GridSheet.Column::label).containsExactly("Name", "Cost: compute",
                "Cost: load balancer, v2.1");
        assertThat(sheet.rows().get(2)).containsExactly("web", "3", "");
        assertThat(sheet.rows().get(0).get(2)).isEqualTo("-3.5");
        assertThat(new GridServices().usual(SHOP)).endsWith("costs.compute", BALANCER);
        assertThat(new GridServices().usual(EstateDocument.named("new"))).endsWith("costs.compute");
    }

    @Test
    void aCostIsTypedChangedAndTakenAwayAndTheOthersKeepEveryDecimal() {
        GridEdit<Service> edit = new GridEdit<>(new GridServices(), SHOP);
        EstateDocument done = edit.with(List.of(change(0, "cart", BALANCER, "-3.5", "$1,200.5"),
                change(1, "ad", "costs.storage", "", "-$7.50")));
        assertThat(edit.outcome(2).stands()).isTrue();
        assertThat(done.services().get(0).costs()).containsExactly(LINE,
                new Cost("load balancer, v2.1", new BigDecimal("1200.5"), null));
        assertThat(done.services().get(1).costs())
                .containsExactly(new Cost("storage", new BigDecimal("-7.5"), null));
        GridEdit<Service> back = new GridEdit<>(new GridServices(), done);
        assertThat(back.with(edit.outcome(2).takeBack())).isEqualTo(SHOP);
    }

    @Test
    void aSumOfSeveralLinesIsNotTypedOver() {
        GridEdit<Service> edit = new GridEdit<>(new GridServices(), SHOP);
        assertThat(edit.with(List.of(change(4, "web", "costs.compute", "3", "5")))).isEqualTo(SHOP);
        assertThat(edit.outcome(0).wrong()).singleElement().satisfies(wrong -> {
            assertThat(wrong.row()).isEqualTo(4);
            assertThat(wrong.path()).isEqualTo("costs.compute");
            assertThat(wrong.sentence()).contains("the sum of 2");
        });
    }

    @Test
    void whatIsWrongWithACostIsSaidInItsColumn() {
        GridEdit<Service> edit = new GridEdit<>(new GridServices(), SHOP);
        edit.with(List.of(change(0, "cart", BALANCER, "-3.5", "4")));
        edit.wrong(List.of(Problem.at("services[0].costs[1].monthly", "an amount", "4")));
        assertThat(edit.outcome(0).wrong()).singleElement()
                .satisfies(wrong -> assertThat(wrong.path()).isEqualTo(BALANCER));
        GridEdit<Service> mistyped = new GridEdit<>(new GridServices(), SHOP);
        mistyped.with(List.of(change(0, "cart", BALANCER, "-3.5", "much")));
        assertThat(mistyped.outcome(0).wrong()).hasSize(1);
    }

    @Test
    void callsBetweenTheSameTwoAreToldApart() {
        GridEdit<Call> edit = new GridEdit<>(new GridCalls(), SHOP);
        EstateDocument done = edit.with(List.of(change(1, "web → cart #2", "perRequest", "2", "0.5"),
                change(2, "cart → ad", "mode", "startup-order", "async")));
        assertThat(edit.outcome(2).stands()).isTrue();
        assertThat(done.calls()).extracting(Call::perRequest).containsExactly(1.0, 0.5, null);
        assertThat(done.calls().get(2).kind()).isNull();
        assertThat(done.calls().get(2).observedCalls()).as("what no column shows stays").isEqualTo(7);
        assertThat(new GridEdit<>(new GridCalls(), done).with(edit.outcome(2).takeBack())).isEqualTo(SHOP);
    }

    @Test
    void aCallIsAddedMovedAndTakenAway() {
        GridEdit<Call> edit = new GridEdit<>(new GridCalls(), SHOP);
        EstateDocument done = edit.with(List.of(
                new GridChange(0, "web → cart", Map.of("from", new Cell("web", ""), "to", new Cell("cart", "")), false),
                change(1, "web → cart #2", "to", "cart", "ad"),
                new GridChange(3, null, Map.of("from", new Cell("", "ad"), "to", new Cell("", "web")), false)));
        assertThat(edit.outcome(3).stands()).isTrue();
        assertThat(done.calls()).extracting(call -> call.from() + ">" + call.to()).containsExactly("web>ad",
                "cart>ad", "ad>web");
        EstateDocument back = new GridEdit<>(new GridCalls(), done).with(edit.outcome(3).takeBack());
        assertThat(back.calls()).containsExactlyInAnyOrderElementsOf(SHOP.calls());
    }

    @Test
    void aCallWithoutACalleeAndTwoEditorsAreSaidInPlace() {
        GridEdit<Call> edit = new GridEdit<>(new GridCalls(), SHOP);
        edit.with(List.of(change(5, "cart → ad", "to", "ad", ""), change(0, "web → cart", "perRequest", "4", "5"),
                change(1, "gone → away", "perRequest", "", "1")));
        assertThat(edit.outcome(0).wrong()).containsExactly(
                new GridOutcome.Wrong(5, "to", "Expected a service."));
        assertThat(edit.outcome(0).theirs()).containsExactly(new GridOutcome.Theirs(0, "perRequest", "1", false),
                new GridOutcome.Theirs(1, "from", "", true));
    }
}
