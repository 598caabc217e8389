package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts.NodeResult;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.StageResult;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of the anonymous walk by one of the addresses behind an entry point.
 *
 * @param node the machine that answered there, if it named itself
 * @param says what its documents say of the deployment
 */
public record NodeVisit(
    InetAddress address,
    Optional<String> node,
    List<StageResult> stages,
    List<Finding> findings,
    Set<Statement> says,
    Learned learned) {

  /** The findings, each with the node and the address if it does not name others already. */
  public NodeVisit {
    stages = List.copyOf(stages);
    says = Set.copyOf(says);
    findings = findings.stream().map(finding -> placed(finding, node, address)).toList();
  }

  /** Of an address of which nothing but that was looked at. */
  public static NodeVisit of(InetAddress address, List<Finding> findings) {
    return new NodeVisit(address, Optional.empty(), List.of(), findings, Set.of(), Learned.NOTHING);
  }

  private static Finding placed(Finding finding, Optional<String> node, InetAddress address) {
    Finding named = node.map(name -> finding.with("node", name)).orElse(finding);
    return named.with("address", address.getHostAddress());
  }

  /** The node if it is known, with the address. */
  String label() {
    String ip = address.getHostAddress();
    return node.map(name -> name + " (" + ip + ")").orElse(ip);
  }

  /** Whether it had the same trouble, as bad as that. */
  boolean shows(Finding other) {
    return findings.stream()
        .anyMatch(finding ->
            finding.stage() == other.stage()
                && finding.reason() == other.reason()
                && finding.severity() == other.severity());
  }

  /** Whether all that it has to say was heard. */
  boolean heardOut() {
    return !says.isEmpty()
        && stages.stream()
            .filter(stage -> stage.stage() == Stage.DOMAIN)
            .allMatch(StageResult::success);
  }

  boolean found(Reason reason) {
    return findings.stream().anyMatch(finding -> finding.reason() == reason);
  }

  NodeResult result() {
    return new NodeResult(
        address.getHostAddress(),
        node,
        findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
        says.stream().map(Statement::host).distinct().sorted().toList());
  }
}
