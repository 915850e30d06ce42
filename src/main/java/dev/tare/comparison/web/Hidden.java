package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A field of a form that nobody sees, so that what an address holds already is kept. */
record Hidden(String name, String value) {
    /** The address that such a form leads to; {@code path} is encoded already. */
    static String address(String path, List<Hidden> fields) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        fields.forEach(field -> address.queryParam(UriUtils.encode(field.name(), UTF_8),
                UriUtils.encode(field.value(), UTF_8)));
        return address.build(true).toUriString();
    }
}
