package dev.tare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the dashboard. */
@SpringBootApplication
public class TareApplication {

    /** Starts the dashboard with the given command line. */
    public static void main(String[] args) {
        SpringApplication.run(TareApplication.class, args);
    }
}
