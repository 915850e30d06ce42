package dev.tare.intake;

import java.lang.reflect.Constructor;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Makes an {@link Intake} of chosen readers, without Spring. */
public final class TestIntake {
    private TestIntake() {}

    public static Intake of(FormatReader... readers) {
        return new Intake(List.of(readers));
    }

    /** An intake of every reader there is that needs nothing else: what the content says has to tell them apart. */
    public static Intake ofAll() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(FormatReader.class));
        return new Intake(scan.findCandidateComponents("dev.tare.intake").stream()
                .map(found -> reader(found.getBeanClassName())).toList());
    }

    private static FormatReader reader(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            return (FormatReader) BeanUtils.instantiateClass(constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
