package dev.tare.bench;

import dev.tare.TareApplication;
import dev.tare.browser.LargeEstate;
import dev.tare.estate.Estates;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program, started in this process on a database of its own, with estates of the sizes that are asked for. */
final class Host implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    Host() {
        context = new SpringApplication(TareApplication.class).run("--server.port=0", "--tare.sample=false",
                "--spring.main.banner-mode=off", "--logging.level.root=warn",
                "--tare.data-dir=" + Path.of("target", "bench-data").toAbsolutePath());
    }

    /** The address of a new estate of so many services. */
    String estate(int services) {
        String slug = context.getBean(Estates.class).create(LargeEstate.of(services + " services", services)).slug();
        return "/estates/" + slug;
    }

    /** Where it listens. */
    String root() {
        return "http://localhost:" + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Milliseconds of CPU this process took so far. */
    static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / 1e6;
    }

    /** Milliseconds of CPU the processes took that this one started: the browser, and the database. */
    static double cpuOfOthers() {
        return ProcessHandle.current().descendants()
                .mapToDouble(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6).sum();
    }

    /** The one of which as many are smaller as are larger. */
    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    @Override
    public void close() {
        context.close();
    }
}
