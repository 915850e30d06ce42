package dev.tare.intake.registry;

import dev.tare.intake.Draft;
import dev.tare.intake.live.Inquiry;
import dev.tare.intake.live.LiveSource;
import org.springframework.stereotype.Component;

/** Asks registries for the images of an estate. */
@Component
final class RegistrySource implements LiveSource {
    static final String KIND = "registry";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "Image registry";
    }

    @Override
    public String asks() {
        return "Digest, layers and compressed sizes of the images that services name, and of others you name. Without an "
                + "address, each image's own registry is asked.";
    }

    @Override
    public Draft read(Inquiry inquiry) {
        return new Reading(inquiry).draft();
    }
}
