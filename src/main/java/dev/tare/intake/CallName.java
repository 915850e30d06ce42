package dev.tare.intake;

import dev.tare.estate.EstateDocument.Call;

/** A call as an import names it. */
record CallName(String from, String to) {
    static CallName of(Call call) {
        return new CallName(call.from(), call.to());
    }
}
