package dev.tare.intake.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.Upload;
import java.lang.management.ManagementFactory;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reading takes work in proportion to the services, however they are tied together. Work is counted in what the reader
 * takes from memory and in what it looks at, never in time.
 */
class ComposeGrowthTest {
    private static final int FEW = 500;
    private static final int TIMES = 8;

    /** Ways in which services can lead a reader to look at all others. */
    private enum Shape {
        ALONE(at -> "  s%1$d: {image: a/b:%1$d, ports: [\"80%1$d:80\"], depends_on: [s%2$d]}\n"), CALLING(
                at -> "  s%1$d: {image: a/b:%1$d, environment: [\"NEXT_URL=http://s%2$d:8080\"], links: [s%2$d]}\n"), BESIDE_ONE(
                        at -> "  s%1$d: {image: a/b:%1$d" + (at == 0 ? "" : ", network_mode: \"service:s0\"")
                                + "}\n"), ONE_BESIDE_THE_NEXT(
                                        at -> "  s%1$d: {image: a/b:%1$d"
                                                + (at == 0 ? "" : ", network_mode: \"service:s%2$d\"")
                                                + "}\n"), BESIDE_CONTAINERS(
                                                        at -> "  s%1$d: {image: a/b:%1$d, container_name: c%1$d"
                                                                + (at % 2 == 0
                                                                        ? ""
                                                                        : ", network_mode: \"container:c%2$d\"")
                                                                + "}\n"), EXTENDING_ONE(
                                                                        at -> "  s%1$d: {image: a/b:%1$d"
                                                                                + (at == 0
                                                                                        ? ""
                                                                                        : ", extends: {service: s0}")
                                                                                + "}\n"), DOCUMENTS(
                                                                                        at -> (at == 0
                                                                                                ? ""
                                                                                                : "---\nservices:\n")
                                                                                                + "  s%1$d: {image: a/b:%1$d}\nnetworks: {n%1$d: {}}\nx-list: [x%1$d]\n");

        private final IntFunction<String> service;

        Shape(IntFunction<String> service) {
            this.service = service;
        }

        Upload file(int services) {
            return Upload.of("compose.yaml", "services:\n" + IntStream.range(0, services)
                    .mapToObj(at -> service.apply(at).formatted(at, Math.max(0, at - 1)))
                    .collect(Collectors.joining()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesMemoryInProportion(Shape shape) {
        taken(shape, FEW);
        long few = taken(shape, FEW);
        assertThat(taken(shape, TIMES * FEW)).isLessThan(2L * TIMES * few);
    }

    /** Bytes allocated while so many services are read. */
    private static long taken(Shape shape, int services) {
        Upload file = shape.file(services);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Draft draft = new ComposeReader().read(List.of(file), Answers.NONE);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(draft.document().services().size() + draft.document().services().stream()
                .mapToInt(service -> service.sidecars().size()).sum()).isEqualTo(services);
        return taken;
    }

    @Test
    void findsHelpersWithoutLookingThroughAllServices() {
        Upload file = Shape.BESIDE_CONTAINERS.file(FEW);
        Project project = new Projects(new Bundle(List.of(file)), new Loader(new Bundle(List.of(file)))).all()
                .getFirst();
        AtomicLong looked = new AtomicLong();
        Project counting = new Project(project.name(), project.model(), counted(project.parts(), looked),
                project.helpers());
        List<Part> helpers = new ArrayList<>();
        project.services().forEach(service -> helpers.addAll(counting.beside(service)));
        assertThat(helpers).hasSize(FEW / 2);
        assertThat(looked.get()).isLessThan(2 * FEW);
    }

    private static List<Part> counted(List<Part> parts, AtomicLong looked) {
        return new AbstractList<>() {
            @Override
            public Part get(int index) {
                looked.incrementAndGet();
                return parts.get(index);
            }

            @Override
            public int size() {
                return parts.size();
            }
        };
    }
}
