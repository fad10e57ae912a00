"use strict";
// Documents worth reading.
{
  const { data } = Docket;

  Docket.section("mistakes", "Most confident mistakes", () => Docket.hasRows("confidentMistakes"),
    "The model was sure and the label says otherwise: read these first. Often it is the label that is wrong, or two categories overlap.",
    () => [Docket.markLegend(), Docket.documents(data.confidentMistakes)]);

  Docket.section("uncertain", "Least certain documents", () => Docket.hasRows("leastCertain"),
    "The model could hardly choose: labels for documents like these teach it most.",
    () => [Docket.markLegend(), Docket.documents(data.leastCertain)]);
}
