package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.walk.EntryPoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pools and Directors of a SIP domain that are asked by their own names, whether or not a
 * synthetic account lives there.
 *
 * @param internal internal web names in canonical form, each once
 * @param external external web names, likewise
 */
public record Pools(List<String> internal, List<String> external) {
  /** No pool. */
  public static final Pools NONE = new Pools(List.of(), List.of());

  /** Copies the lists. */
  public Pools {
    internal = List.copyOf(internal);
    external = List.copyOf(external);
  }

  /** Those to ask in a view: where the operator did not say which side it is, both. */
  public List<EntryPoint> in(View view) {
    return switch (view) {
      case INTERNAL -> pools(Side.INTERNAL, internal.stream()).toList();
      case EXTERNAL -> pools(Side.EXTERNAL, external.stream()).toList();
      case ANY ->
          Stream.concat(
                  pools(Side.INTERNAL, internal.stream()),
                  pools(Side.EXTERNAL, external.stream().filter(name -> !internal.contains(name))))
              .toList();
    };
  }

  private static Stream<EntryPoint> pools(Side side, Stream<String> names) {
    return names.map(name -> new EntryPoint.Pool(side, name));
  }
}
