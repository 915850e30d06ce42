package dev.tare.intake.docker;

import dev.tare.intake.ReaderCases;

/** Every folder of {@code intake/docker} is a case; whatever happens to its files, they are read or refused. */
class DockerCasesTest extends ReaderCases {
    DockerCasesTest() {
        super("docker", new DockerReader());
    }
}
