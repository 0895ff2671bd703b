package org.servanda.reports.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.servanda.ledger.ReadPoints;
import org.servanda.reports.Report;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

/** Sends reports that break, or that wait for the test, only in tests. */
@Path("/api/v1/test-reports")
@Transactional
public class BrokenReportResource {

    record Line(String text) {}

    static final CountDownLatch STARTED = new CountDownLatch(2);
    static final CountDownLatch GO_ON = new CountDownLatch(1);

    private final ReportStreaming reportStreaming;
    private final ReadPoints readPoints;

    BrokenReportResource(ReportStreaming reportStreaming, ReadPoints readPoints) {
        this.reportStreaming = reportStreaming;
        this.readPoints = readPoints;
    }

    /** @param rows how many are written before it breaks */
    @GET
    @Path("/broken")
    @Operation(operationId = "testBrokenReport", hidden = true)
    public Response broken(@QueryParam("rows") int rows, @QueryParam("format") String format) {
        return answer(ReportFormat.valueOf(format), (at, taker) -> {
            for (int i = 0; i < rows; i++) taker.accept(new Line("line " + i));
            throw new IllegalStateException("select secret from nowhere");
        });
    }

    @GET
    @Path("/waiting")
    @Operation(operationId = "testWaitingReport", hidden = true)
    public Response waiting() {
        return answer(ReportFormat.csv, (at, taker) -> {
            STARTED.countDown();
            try {
                if (!GO_ON.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("nobody said to go on");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            taker.accept(new Line("at last"));
        });
    }

    private Response answer(ReportFormat format, Report.Walk<Line> walk) {
        Report<Line> report = new Report<>(
                "broken", new Bilingual("坏", "Broken"), Line.class, readPoints.now(), "", "", walk, document -> null);
        return reportStreaming.answer(report, new OutputOptions(format, Language.en, false));
    }
}
