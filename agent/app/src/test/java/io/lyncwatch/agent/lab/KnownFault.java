package io.lyncwatch.agent.lab;

import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.fault.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A fault as the table of faults knows it.
 *
 * @param name as the lab reads it, with its argument
 * @param topology what it breaks
 * @param traveller who notices it
 * @param lines what it gives alone, as {@link Survey} says it
 */
record KnownFault(String name, TopologyKind topology, Traveller traveller, List<String> lines) {
  /** All variants of all faults, those in the usual deployment first. */
  static List<KnownFault> all() {
    return Stream.of(
            rows(FaultTableTest.TABLE, TopologyKind.DIRECTOR),
            Stream.of(
                of(FaultTableTest.HAIRPIN_BLOCKED, TopologyKind.DIRECTOR),
                new KnownFault(
                    "spn-missing",
                    TopologyKind.DIRECTOR,
                    Traveller.WITH_KERBEROS,
                    List.of(
                        line("sign_in internal alice", "ticket auth_service_unknown"),
                        line("sign_in external alice", "ticket auth_service_unknown"))),
                new KnownFault(
                    "provider-wrong",
                    TopologyKind.HYBRID,
                    Traveller.HOMED_ELSEWHERE,
                    List.of(
                        line("sign_in internal erin", "root redirect_loop"),
                        line("sign_in external erin", "root redirect_loop")))),
            rows(FaultTableTest.POOL_TABLE, TopologyKind.POOL))
        .flatMap(rows -> rows)
        .toList();
  }

  private static String line(String walk, String found) {
    return walk + " | " + found + " error primary | ";
  }

  private static Stream<KnownFault> rows(List<Arguments> rows, TopologyKind topology) {
    return rows.stream()
        .filter(row -> !row.get()[0].equals("spn-missing"))
        .map(row -> of(row, topology));
  }

  private static KnownFault of(Arguments row, TopologyKind topology) {
    List<String> lines = ((List<?>) row.get()[1]).stream().map(String.class::cast).toList();
    return new KnownFault((String) row.get()[0], topology, Traveller.USUAL, lines);
  }

  /** Its name without the argument: a world has one variant of it. */
  String kind() {
    return name.split("=", 2)[0];
  }

  /** All that it is ever named as, but for what follows from it. */
  Set<String> reasons() {
    return lines.stream()
        .map(KnownFault::words)
        .filter(words -> words[3].equals("primary"))
        .map(words -> words[1])
        .collect(Collectors.toSet());
  }

  /**
   * Whether a walk fails by this fault alone.
   *
   * @param walk for example {@code sign_in external alice}
   */
  boolean breaks(String walk) {
    return lines.stream()
        .anyMatch(line -> line.startsWith(walk + " | ") && words(line)[2].equals("error"));
  }

  Fault fault() {
    return Fault.parse(name);
  }

  /**
   * What is found of it alone, in a lab that it has broken, and should not be, or the reverse.
   *
   * @param passages of its traveller
   */
  List<String> unlike(Lab lab, List<Passage> passages) {
    List<String> found =
        traveller == Traveller.USUAL
            ? Survey.of(lab)
            : passages.stream().flatMap(passage -> causes(passage).stream()).toList();
    return Stream.concat(
            found.stream().filter(line -> !lines.contains(line)).map(line -> "found " + line),
            lines.stream().filter(line -> !found.contains(line)).map(line -> "not found " + line))
        .toList();
  }

  private static List<String> causes(Passage passage) {
    return passage.report().causes().stream()
        .map(cause -> line(passage.walk(), cause.stage().label() + " " + cause.reason().code()))
        .toList();
  }

  /** Stage, reason, severity and role. */
  private static String[] words(String line) {
    return line.split(" \\| ", 3)[1].split(" ", -1);
  }

  @Override
  public String toString() {
    return name;
  }
}
