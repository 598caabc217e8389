package io.lyncwatch.agent.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A number as Grafana prints it, by {@code valueFormats} of {@code @grafana/data}, in the units
 * that the dashboards use.
 *
 * @param decimals how many the panel wants; Grafana finds a number of them where it does not say
 */
record PrintedNumber(double number, OptionalInt decimals) {
  private static final List<String> BYTES = List.of(" B", " KiB", " MiB", " GiB", " TiB");
  private static final List<String> COUNTS = List.of("", "K", "M", "B", "T");

  /** From the longest on, with how many seconds they have. */
  private static final List<Map.Entry<String, Double>> PARTS =
      List.of(
          Map.entry("year", 31_536_000.0),
          Map.entry("month", 2_592_000.0),
          Map.entry("week", 604_800.0),
          Map.entry("day", 86_400.0),
          Map.entry("hour", 3600.0),
          Map.entry("minute", 60.0),
          Map.entry("second", 1.0),
          Map.entry("millisecond", 0.001));

  private static final List<Scale> SECONDS =
      List.of(
          new Scale(1e-6, 1e-9, "ns"),
          new Scale(1e-3, 1e-6, "µs"),
          new Scale(1, 1e-3, "ms"),
          new Scale(60, 1, "s"),
          new Scale(3600, 60, "min"),
          new Scale(86_400, 3600, "hour"),
          new Scale(604_800, 86_400, "day"),
          new Scale(31_536_000, 604_800, "week"),
          new Scale(Double.POSITIVE_INFINITY, 31_556_900, "year"));

  private static final List<Scale> DAYS =
      List.of(
          new Scale(7, 1, "day"),
          new Scale(365, 7, "week"),
          new Scale(Double.POSITIVE_INFINITY, 365, "year"));

  /** What numbers below a bound are counted in. */
  private record Scale(double below, double size, String name) {
    /** A thousandth is none as a number; thousands are. */
    private double of(double number) {
      return size < 1 ? number * Math.rint(1 / size) : number / size;
    }
  }

  /** The text in a unit. */
  String in(String unit) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
    }
    return switch (unit) {
      case "percentunit" -> fixed(100 * number) + '%';
      case "bytes" -> scaled(1024, BYTES);
      case "ops" -> scaled(1000, COUNTS) + " ops/s";
      case "s" -> number == 0 ? "0 s" : onScale(SECONDS);
      case "d" -> onScale(DAYS);
      case "dtdurations" -> duration();
      default -> fixed(number);
    };
  }

  private String fixed(double value) {
    int digits = decimals.orElseGet(() -> enough(value));
    double factor = Math.pow(10, digits);
    return BigDecimal.valueOf(Math.round(value * factor) / factor)
        .setScale(digits, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** So many decimals that about two digits tell something. */
  private static int enough(double value) {
    if (value % 1 == 0) {
      return 0;
    }
    int digits = 1 - (int) Math.floor(Math.log10(Math.abs(value)));
    double first = Math.abs(value) / Math.pow(10, -digits);
    return Math.max(0, first > 2.25 ? digits + 1 : digits);
  }

  private String scaled(double factor, List<String> names) {
    int size =
        number == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(number)) / Math.log10(factor));
    int index = Math.clamp(size, 0, names.size() - 1);
    return fixed(number / Math.pow(factor, index)) + names.get(index);
  }

  private String onScale(List<Scale> scales) {
    Scale scale =
        scales.stream().filter(one -> Math.abs(number) < one.below()).findFirst().orElseThrow();
    double value = scale.of(number);
    boolean many = Math.abs(value) > 1 && scale.name().length() > 2;
    return fixed(value) + ' ' + scale.name() + (many ? "s" : "");
  }

  /** As many parts as decimals and one more, from the biggest that there is; none is rounded. */
  private String duration() {
    if (number == 0) {
      return "0 seconds";
    }
    List<String> said = new ArrayList<>();
    double left = Math.abs(number);
    for (Map.Entry<String, Double> part : PARTS) {
      long count = (long) Math.floor(left / part.getValue());
      if (said.size() <= decimals.orElse(0) && (count >= 1 || !said.isEmpty())) {
        said.add(count + " " + part.getKey() + (count == 1 ? "" : "s"));
        left %= part.getValue();
      }
    }
    return String.join(", ", said) + (number < 0 ? " ago" : "");
  }
}
