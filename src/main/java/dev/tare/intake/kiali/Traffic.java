package dev.tare.intake.kiali;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.List;

/**
 * What an edge carries. Kiali writes numbers as text.
 *
 * @param requests requests a second over HTTP and gRPC
 * @param isBytes  whether only bytes are counted
 */
record Traffic(double requests, boolean isBytes) {
    static Traffic of(String file, Tree data) {
        Tree traffic = data.at("traffic");
        List<Tree> all = traffic.items().isEmpty() ? List.of(traffic) : traffic.items();
        double requests = 0;
        boolean bytes = false;
        for (Tree one : all) {
            Tree rates = one.at("rates");
            requests += rate(file, rates, "http") + rate(file, rates, "grpc");
            bytes |= !rates.at("tcp").isNothing() || one.value("protocol").filter("tcp"::equals).isPresent();
        }
        return new Traffic(requests, bytes && requests == 0);
    }

    private static double rate(String file, Tree rates, String of) {
        String text = rates.value(of).orElse("0");
        try {
            double rate = Double.parseDouble(text);
            if (rate >= 0 && rate < Double.POSITIVE_INFINITY) {
                return rate;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a negative one is.
        }
        throw ImportFailed.at(file, rates.at(of).line(), "traffic.rates." + of, "requests a second as a number",
                "\"" + text + "\"");
    }
}
