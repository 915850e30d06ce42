package dev.tare.intake.zipkin;

import dev.tare.intake.live.LiveSource;

/** Lets tests of other packages have the source. */
public final class ZipkinSources {
    private ZipkinSources() {}

    public static LiveSource zipkin() {
        return new ZipkinSource();
    }
}
