package org.servanda.areas;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;

@Path("/api/v1/areas")
@Tag(name = "Reference data")
@Transactional
class AreaResource {

    @Schema(description = "All areas, in the order of the area list.")
    public record AreaList(@Schema(required = true, description = "The areas.") List<AreaView> items) {}

    private final ReadPoints readPoints;
    private final Areas areas;

    AreaResource(ReadPoints readPoints, Areas areas) {
        this.readPoints = readPoints;
        this.areas = areas;
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "List the areas with labels and definitions",
            description =
                    "Gives the codes that the filters area and primaryArea take, with texts in Chinese and English to show beside them.")
    public AreaList list(@BeanParam TimeParameters time) {
        return new AreaList(areas.views(readPoints.at(time)));
    }
}
