package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence;
import dev.tare.engine.Service;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    private Outcome idle(Look look, List<Integer> idle, double share) {
        Sentence.Draft evidence = Sentence.of("").count(idle.size(), "service")
                .say(idle.size() == 1 ? " uses less than " : " use less than ").figure(share, Unit.SHARE)
                .say(" of a request");
        List<Integer> cpu = idle.stream().filter(s -> below(look.service(s).cpuUsed(), look.service(s).cpuRequest(),
                share)).toList();
        List<Integer> memory = idle.stream().filter(s -> below(look.service(s).memoryUsed(),
                look.service(s).memoryRequest(), share)).toList();
        sum(look, cpu, Service::cpuUsed, Service::cpuRequest, Unit.VCPU, evidence);
        sum(look, memory, Service::memoryUsed, Service::memoryRequest, Unit.MEMORY, evidence);
        Range saving = look.saving(lowered(look, idle, share), look.today, LINES);
        return found(idle, evidence.say("."),
                saving, LINES,
                Sentence.of("Lower their requests until ").figure(share, Unit.SHARE)
                        .say(" is used." + look.unlessWhole(saving)));
    }

    private static boolean idle(Service service, double share) {
        return below(service.cpuUsed(), service.cpuRequest(), share)
                || below(service.memoryUsed(), service.memoryRequest(), share);
    }

    private static CallGraph lowered(Look look, List<Integer> idle, double share) {
        return Changed.services(look.graph, idle, draft -> {
            Service service = look.service(draft.position());
            draft.cpuRequest = lower(service.cpuRequest(), service.cpuUsed(), share);
            draft.memoryRequest = lower(service.memoryRequest(), service.memoryUsed(), share);
        });
    }

    private static double lower(double request, double used, double share) {
        return below(used, request, share) ? used / share : request;
    }

    private static boolean below(double used, double request, double share) {
        return used > 0 && used < share * request;
    }

    /** What these services use of what they ask for, all replicas together. */
    private static void sum(Look look, List<Integer> services, ToDoubleFunction<Service> used,
            ToDoubleFunction<Service> asked, Unit unit, Sentence.Draft evidence) {
        if (!services.isEmpty()) {
            evidence.say(": ").figure(total(look, services, used), unit).say(" of ")
                    .figure(total(look, services, asked), unit);
        }
    }

    private static double total(Look look, List<Integer> services, ToDoubleFunction<Service> figure) {
        return services.stream().mapToDouble(s -> look.replicas(s) * figure.applyAsDouble(look.service(s))).sum();
    }
}
