package dev.tare.engine.latency;

import java.util.Arrays;

/**
 * The discrete Fourier transform of so many complex numbers, a power of two, in place (Cooley, Tukey, Mathematics of
 * Computation 19, 1965). Example: of 1, 0, 0, 0 it is 1, 1, 1, 1.
 */
final class Fourier {
    private final int size;
    private final double[] cos;
    private final double[] sin;

    Fourier(int size) {
        this.size = size;
        cos = new double[size];
        sin = new double[size];
        for (int half = 1; half < size; half *= 2) {
            for (int i = 0; i < half; i++) {
                cos[half + i] = StrictMath.cos(Math.PI * i / half);
                sin[half + i] = StrictMath.sin(Math.PI * i / half);
            }
        }
    }

    int size() {
        return size;
    }

    /** From values to frequencies. */
    void forward(double[] re, double[] im) {
        transform(re, im, -1);
    }

    /** Frequencies that say all of real values: the others mirror them. */
    int frequencies() {
        return size / 2 + 1;
    }

    /** From the frequencies of real values back to these. */
    double[] real(double[] re, double[] im) {
        double[] x = Arrays.copyOf(re, size);
        double[] y = Arrays.copyOf(im, size);
        for (int i = frequencies(); i < size; i++) {
            x[i] = re[size - i];
            y[i] = -im[size - i];
        }
        transform(x, y, 1);
        for (int i = 0; i < size; i++) {
            x[i] /= size;
        }
        return x;
    }

    private void transform(double[] re, double[] im, int sign) {
        swap(re, im);
        for (int half = 1; half < size; half *= 2) {
            for (int start = 0; start < size; start += 2 * half) {
                merge(re, im, start, half, sign);
            }
        }
    }

    /** Factors lie one after another for each length, so that several of them are read at once. */
    private void merge(double[] re, double[] im, int start, int half, int sign) {
        for (int i = 0; i < half; i++) {
            int a = start + i;
            int b = a + half;
            double c = cos[half + i];
            double s = sign * sin[half + i];
            double x = re[b] * c - im[b] * s;
            double y = re[b] * s + im[b] * c;
            re[b] = re[a] - x;
            im[b] = im[a] - y;
            re[a] += x;
            im[a] += y;
        }
    }

    private void swap(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double kept = re[i];
                re[i] = re[j];
                re[j] = kept;
                kept = im[i];
                im[i] = im[j];
                im[j] = kept;
            }
        }
    }
}
