package io.lyncwatch.discovery.report;

import java.util.List;

/** What a walk showed to exist, from which the schedule makes further targets. */
public record Learned(List<WebName> webNames, List<MetEndpoint> endpoints) {
  /** Nothing. */
  public static final Learned NOTHING = new Learned(List.of(), List.of());

  /** What several walks showed together. */
  public static Learned joined(List<Learned> parts) {
    return new Learned(
        parts.stream().flatMap(part -> part.webNames().stream()).toList(),
        parts.stream().flatMap(part -> part.endpoints().stream()).toList());
  }

  /** Drops repetitions and copies. */
  public Learned {
    webNames = webNames.stream().distinct().toList();
    endpoints = endpoints.stream().distinct().toList();
  }
}
