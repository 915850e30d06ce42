package dev.tare.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the what-if board takes to follow a hand: from the event (a drop, a form sent, undo) until the last changed
 * figure, and the last part of the graph, is painted. Prints medians over rounds of edits no one made before, and the
 * CPU each took; arguments are sizes of estates in services, 200 unless told.
 */
public final class EditsInBrowser {
    private static final int WARMING = 4;
    private static final int ROUNDS = 9;
    /** Remembers the event, and when what changed last was painted: outside the picture, and in it. */
    private static final String WATCH = """
            window.edit = { at: 0, figures: 0, graph: 0 };
            for (const type of ['drop', 'submit', 'click'])
              addEventListener(type, (event) => { if (!edit.at) edit.at = event.timeStamp; }, true);
            const painted = (what) => requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => { edit[what] = performance.now(); };
              channel.port2.postMessage(0);
            });
            new MutationObserver((changes) => {
              const seen = changes.filter((each) => each.target.closest?.('#content'));
              if (seen.some((each) => !each.target.closest('#calls'))) painted('figures');
              if (seen.some((each) => each.target.closest('#calls'))) painted('graph');
            }).observe(document, { childList: true, subtree: true });
            """;
    private static final String SETTLED = """
            () => edit.at && edit.figures > edit.at && edit.graph > edit.at
              && performance.now() - Math.max(edit.figures, edit.graph) > 300
              && !document.querySelector('[aria-busy]') && document.querySelector('#calls svg') !== null
            """;

    private final Map<String, List<Took>> took = new LinkedHashMap<>();
    private final Page page;

    private record Took(double figures, double graph, double cpu, double others) {}

    private EditsInBrowser(Page page) {
        this.page = page;
    }

    public static void main(String[] args) {
        List<Integer> sizes = args.length == 0 ? List.of(200) : List.of(args).stream().map(Integer::valueOf).toList();
        try (Host host = new Host(); Browser browser = Browser.open()) {
            for (int services : sizes) {
                Page page = browser.page();
                page.addInitScript(WATCH);
                page.navigate(host.root() + host.estate(services) + "/what-if");
                page.locator("#calls svg").waitFor();
                new EditsInBrowser(page).edit(services);
                page.context().close();
            }
        }
        System.exit(0);
    }

    private void edit(int services) {
        page.locator("#alone summary").click();
        for (int round = 0; round < WARMING + ROUNDS; round++) {
            if (round == WARMING) {
                took.clear();
            }
            String moved = "s" + (20 + round);
            String onto = "s" + (60 + round);
            measure("move a service", () -> chip(moved).dragTo(chip(onto)));
            page.locator("[aria-label='Move or change s" + (100 + round) + "']").click();
            page.locator("#picked-replicas").fill(String.valueOf(7 + round));
            measure("change replicas", () -> page.locator("#picked-replicas").press("Enter"));
            measure("undo", () -> page.locator("#undo").click());
        }
        System.out.printf("%d services, ms, medians of %d%n%-18s %8s %8s %8s %12s %12s%n", services, ROUNDS, "edit",
                "figures", "graph", "slowest", "CPU, server", "CPU, others");
        took.forEach(EditsInBrowser::say);
    }

    private Locator chip(String service) {
        return page.locator(".alone .chip:has(input[value=" + service + "])");
    }

    private void measure(String name, Runnable edit) {
        page.waitForTimeout(200);
        page.evaluate("() => { edit.at = 0; }");
        double cpu = Host.cpu();
        double others = Host.cpuOfOthers();
        edit.run();
        page.waitForFunction(SETTLED);
        took.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Took(since("figures"), since("graph"),
                Host.cpu() - cpu, Host.cpuOfOthers() - others));
    }

    private double since(String what) {
        return ((Number) page.evaluate("what => edit[what] - edit.at", what)).doubleValue();
    }

    private static void say(String name, List<Took> took) {
        System.out.printf(Locale.ROOT, "%-18s %8.0f %8.0f %8.0f %12.0f %12.0f%n", name,
                Host.median(took.stream().map(Took::figures).toList()),
                Host.median(took.stream().map(Took::graph).toList()),
                took.stream().mapToDouble(each -> Math.max(each.figures(), each.graph())).max().orElse(Double.NaN),
                Host.median(took.stream().map(Took::cpu).toList()),
                Host.median(took.stream().map(Took::others).toList()));
    }
}
