package org.servanda.bench;

import java.util.ArrayList;
import java.util.List;

/** One question put to the service and to the bare server in turn, so that both meet the machine in the same state. */
final class Trial {

    private final Shape shape;
    private final Client service;
    private final Client bare;
    private final List<Load> serviceLoads = new ArrayList<>();
    private final List<Load> bareLoads = new ArrayList<>();
    private long bytes;

    Trial(Shape shape, Client service, Client bare) {
        this.shape = shape;
        this.service = service;
        this.bare = bare;
    }

    /** Gives the bare server the answers of the service, and both time to get going. */
    void prepare(Wrk wrk, int seconds) {
        for (String path : shape.paths()) {
            Client.Answer answer = service.get(path);
            bytes += answer.body().length;
            bare.put(path, answer);
        }
        wrk.load(service, shape, seconds);
        wrk.load(bare, shape, seconds);
    }

    void round(Wrk wrk, int seconds) {
        bareLoads.add(wrk.load(bare, shape, seconds));
        serviceLoads.add(wrk.load(service, shape, seconds));
    }

    Result result(long commitments) {
        return new Result(
                commitments, shape, bytes / shape.paths().size(), Load.median(serviceLoads), Load.median(bareLoads));
    }
}
