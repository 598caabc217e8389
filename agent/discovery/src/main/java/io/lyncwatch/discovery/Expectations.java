package io.lyncwatch.discovery;

import java.util.Locale;
import java.util.Optional;

/**
 * What resolvers should say of the two discovery records of a SIP domain.
 *
 * @param internal for {@code lyncdiscoverinternal}, where the operator says otherwise than the rule
 * @param external for {@code lyncdiscover}, likewise
 */
public record Expectations(Optional<Expected> internal, Optional<Expected> external) {
  /** What a healthy deployment shows. */
  public static final Expectations DEFAULT = new Expectations(Optional.empty(), Optional.empty());

  /** One expectation. */
  public enum Expected {
    /** The record has to resolve. */
    PRESENT,
    /** It must not. */
    ABSENT,
    /** Either is right. */
    ANY;

    /** The word in configuration. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is expected of a record in a view. By default each record is present in its own view, the
   * internal one is absent outside, and all else is left open. What the operator says holds in the
   * record's own view; {@code any} also lifts the judgement in the other one.
   */
  public Expected of(View view, DiscoveryRecord record) {
    Expected byRule = byRule(view, record);
    boolean ownView =
        view == (record == DiscoveryRecord.LYNCDISCOVER ? View.EXTERNAL : View.INTERNAL);
    return told(record).filter(expected -> ownView || expected == Expected.ANY).orElse(byRule);
  }

  /** What the operator says of a record, if anything. */
  public Optional<Expected> told(DiscoveryRecord record) {
    return switch (record) {
      case LYNCDISCOVERINTERNAL -> internal;
      case LYNCDISCOVER -> external;
    };
  }

  private static Expected byRule(View view, DiscoveryRecord record) {
    return switch (view) {
      case INTERNAL ->
          record == DiscoveryRecord.LYNCDISCOVERINTERNAL ? Expected.PRESENT : Expected.ANY;
      case EXTERNAL -> record == DiscoveryRecord.LYNCDISCOVER ? Expected.PRESENT : Expected.ABSENT;
      case ANY -> Expected.ANY;
    };
  }
}
