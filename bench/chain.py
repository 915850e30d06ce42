"""Times the chain of ten lognormal hops (mu 1, sigma 0.8) in NumPy and SimPy, beside tare's own figure.

    ./mvnw -Pbench -DskipTests test-compile   # once
    python3 bench/chain.py                    # needs python3-numpy and python3-simpy3 (of the system: /usr/bin/python3)

Every figure is taken on this machine, in seconds of one core's time, the median of five.
"""
import os
import pathlib
import random
import statistics
import subprocess
import time

import numpy
import simpy

MU, SIGMA, HOPS = 1.0, 0.8, 10
ROOT = pathlib.Path(__file__).resolve().parent.parent


def numpy_chain(requests=1_000_000):
    generator = numpy.random.default_rng(1)
    start = time.process_time()
    sums = generator.lognormal(MU, SIGMA, size=(requests, HOPS)).sum(axis=1)
    numpy.percentile(sums, [50, 90, 99])
    return requests * HOPS / (time.process_time() - start)


def simpy_chain(requests=20_000):
    generator = random.Random(1)
    environment = simpy.Environment()

    def request():
        for _ in range(HOPS):
            yield environment.timeout(generator.lognormvariate(MU, SIGMA))

    def arrivals():
        for _ in range(requests):
            yield environment.process(request())

    environment.process(arrivals())
    start = time.process_time()
    environment.run()
    return requests * HOPS / (time.process_time() - start)


def tare_chain():
    classes = [ROOT / "target" / "classes", ROOT / "target" / "test-classes"]
    home = os.environ.get("JAVA_HOME")
    java = f"{home}/bin/java" if home else "java"
    out = subprocess.run([java, "-XX:+UseSerialGC", "-cp", ":".join(map(str, classes)),
                          "dev.tare.bench.ChainSpeed"], capture_output=True, text=True, check=True).stdout
    return float(out.split()[0])


def median(measure, times=5):
    return statistics.median(measure() for _ in range(times))


if __name__ == "__main__":
    tare = tare_chain()
    for name, speed in (("NumPy", median(numpy_chain)), ("SimPy", median(simpy_chain))):
        print(f"{name:6} {speed / 1e6:10.2f} M hops/s   tare {tare / 1e6:8.0f} M hops/s   tare / {name} {tare / speed:8.0f} x")
