package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the configuration says of a SIP domain that certificates have to do with.
 *
 * @param byRecords whether its clients look discovery records up; with manual URLs they do not, and
 *     no certificate has to cover them
 * @param webNames of its pools, beside those that walks learn
 */
public record WatchedDomain(String name, boolean byRecords, List<WebName> webNames) {
  /** Copies the list. */
  public WatchedDomain {
    webNames = List.copyOf(webNames);
  }

  /** As it is configured. */
  public static WatchedDomain of(MonitoredDomain domain) {
    return new WatchedDomain(
        domain.domain().name(),
        domain.discovery().manual().isEmpty(),
        Stream.of(
                domain.webNames().stream(),
                domain.discovery().webNames().stream(),
                domain.pools().internal().stream().map(name -> new WebName(Side.INTERNAL, name)),
                domain.pools().external().stream().map(name -> new WebName(Side.EXTERNAL, name)))
            .flatMap(names -> names)
            .distinct()
            .toList());
  }

  String record(DiscoveryRecord record) {
    return record.label() + "." + name;
  }

  /** The names of both discovery records. */
  List<String> records() {
    return Arrays.stream(DiscoveryRecord.values()).map(this::record).toList();
  }
}
