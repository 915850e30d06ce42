package dev.tare.site;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes whole numbers whole: 134217728 bytes and not 1.34217728E8. */
@Component
public final class PlainNumbers extends SimpleModule {
    private static final long serialVersionUID = 1L;
    /** Beyond this a double no longer holds every whole number. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    /** For every mapper that writes answers. */
    public PlainNumbers() {
        super("plain numbers");
        addSerializer(Double.class, new Whole());
        addSerializer(Double.TYPE, new Whole());
    }

    private static final class Whole extends StdScalarSerializer<Double> {
        Whole() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
            if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
                generator.writeNumber(value.longValue());
            } else {
                generator.writeNumber(value);
            }
        }
    }
}
