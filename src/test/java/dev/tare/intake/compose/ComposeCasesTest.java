package dev.tare.intake.compose;

import dev.tare.intake.ReaderCases;

/** Every folder of {@code intake/compose} is a case; whatever happens to its files, they are read or refused. */
class ComposeCasesTest extends ReaderCases {
    ComposeCasesTest() {
        super("compose", new ComposeReader());
    }
}
