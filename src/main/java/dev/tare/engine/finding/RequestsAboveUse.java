package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Service;
import dev.tare.engine.finding.Sentence.Unit;
import java.util.List;

/** Far more asked for than used. Lowers each request until the share that is used is no longer worth naming. */
final class RequestsAboveUse implements Pattern {
    private static final List<Part> LINES = List.of(Part.HEADROOM);

    @Override
    public String code() {
        return "requests-above-use";
    }

    @Override
    public String title() {
        return "Requests far above use";
    }

    @Override
    public Outcome look(Look look) {
        List<Integer> stated = look.running(s -> look.service(s).cpuUsed() > 0 && look.service(s).cpuRequest() > 0
                || look.service(s).memoryUsed() > 0 && look.service(s).memoryRequest() > 0);
        if (stated.isEmpty()) {
            return unchecked("cpu.used", "how much CPU and memory a replica uses of what it asks for");
        }
        double share = look.threshold(Threshold.USED);
        List<Integer> idle = stated.stream().filter(s -> idle(look.service(s), share)).toList();
        return idle.isEmpty() ? CLEAR : idle(look, idle, share);
    }

    private Finding idle(Look look, List<Integer> idle, double share) {
        double cpuAsked = 0;
        double cpuUsed = 0;
        double memoryAsked = 0;
        double memoryUsed = 0;
        for (int s : idle) {
            Service service = look.service(s);
            cpuAsked += look.replicas(s) * stated(service.cpuRequest(), service.cpuUsed());
            cpuUsed += look.replicas(s) * stated(service.cpuUsed(), service.cpuRequest());
            memoryAsked += look.replicas(s) * stated(service.memoryRequest(), service.memoryUsed());
            memoryUsed += look.replicas(s) * stated(service.memoryUsed(), service.memoryRequest());
        }
        return found(idle,
                Sentence.of("").count(idle.size(), "service").say(" use less than ").figure(share, Unit.SHARE)
                        .say(" of what they ask for: ").figure(cpuUsed, Unit.VCPU).say(" of ")
                        .figure(cpuAsked, Unit.VCPU).say(", ").figure(memoryUsed, Unit.MEMORY).say(" of ")
                        .figure(memoryAsked, Unit.MEMORY).say("."),
                look.saving(lowered(look, idle, share), look.today, LINES), LINES,
                Sentence.of("Lower their requests until ").figure(share, Unit.SHARE)
                        .say(" is used; what nodes round up to stays."));
    }

    private static boolean idle(Service service, double share) {
        return service.cpuUsed() < share * service.cpuRequest()
                || service.memoryUsed() < share * service.memoryRequest();
    }

    private static CallGraph lowered(Look look, List<Integer> idle, double share) {
        return Changed.services(look.graph, idle, draft -> {
            Service service = look.service(draft.position());
            draft.cpuRequest = lower(service.cpuRequest(), service.cpuUsed(), share);
            draft.memoryRequest = lower(service.memoryRequest(), service.memoryUsed(), share);
        });
    }

    private static double lower(double request, double used, double share) {
        return used > 0 && used < share * request ? used / share : request;
    }

    /** A figure where its partner is stated too, else nothing. */
    private static double stated(double figure, double partner) {
        return Double.isNaN(figure) || Double.isNaN(partner) ? 0 : figure;
    }
}
