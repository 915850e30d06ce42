package dev.tare.engine.bill;

/**
 * What something takes, in every measure but time.
 *
 * @param vcpu           vCPUs paid for as capacity
 * @param memory         bytes of memory paid for as capacity
 * @param functionVcpu   vCPUs held by running functions, which come with their memory
 * @param functionMemory bytes of memory held by running functions
 * @param money          USD a month that is not the price of any of these
 * @param moved          bytes moved to deploy in a month
 */
record Amount(double vcpu, double memory, double functionVcpu, double functionMemory, double money, double moved) {
    static final Amount NONE = capacity(0, 0);

    static Amount capacity(double vcpu, double memory) {
        return new Amount(vcpu, memory, 0, 0, 0, 0);
    }

    Amount functions(double vcpu, double memory) {
        return new Amount(this.vcpu, this.memory, functionVcpu + vcpu, functionMemory + memory, money, moved);
    }

    Amount money(double more) {
        return new Amount(vcpu, memory, functionVcpu, functionMemory, money + more, moved);
    }

    Amount moved(double more) {
        return new Amount(vcpu, memory, functionVcpu, functionMemory, money, moved + more);
    }

    Amount plus(Amount other) {
        return new Amount(vcpu + other.vcpu, memory + other.memory, functionVcpu + other.functionVcpu,
                functionMemory + other.functionMemory, money + other.money, moved + other.moved);
    }

    double allVcpu() {
        return vcpu + functionVcpu;
    }

    double allMemory() {
        return memory + functionMemory;
    }
}
