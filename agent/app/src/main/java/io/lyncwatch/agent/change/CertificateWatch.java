package io.lyncwatch.agent.change;

import io.lyncwatch.agent.report.LastPresented;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.Names;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The certificates of one endpoint. One that no address of it presented before is a change.
 *
 * <p>All addresses count together, so a farm whose machines present different certificates has not
 * changed as long as they are the same ones, nor has it when the next of its machines follows the
 * first. An address that was not reached still has what it presented last, see {@link
 * LastPresented}.
 *
 * @param comings of certificates, by fingerprint
 */
record CertificateWatch(LastPresented known, Comings comings) implements Watch {
  static final CertificateWatch NOTHING = new CertificateWatch(LastPresented.NOTHING, Comings.NONE);

  @Override
  public Step after(Report report) {
    LastPresented now = known.after(report);
    Map<String, Presented> come = come(now);
    Comings lately = comings.at(report.endedAt());
    List<Change> changes = new ArrayList<>();
    if (!known.all().isEmpty()) {
      come.forEach((sha256, presented) -> {
        if (lately.isNews(sha256)) {
          changes.add(change(report.target().name(), predecessor(presented), presented));
        }
      });
    }
    return new Step(new CertificateWatch(now, lately.with(come.keySet())), changes);
  }

  /** The first to present each certificate that was not known. */
  private Map<String, Presented> come(LastPresented now) {
    Set<String> before =
        known.all().stream().map(p -> leaf(p).sha256()).collect(Collectors.toSet());
    Map<String, Presented> come = new LinkedHashMap<>();
    now.all().stream()
        .filter(presented -> !before.contains(leaf(presented).sha256()))
        .forEach(presented -> come.putIfAbsent(leaf(presented).sha256(), presented));
    return come;
  }

  /** What stood at the same address; at a new one, what the endpoint presented at all. */
  private Presented predecessor(Presented presented) {
    return known.all().stream()
        .filter(former -> former.address().equals(presented.address()))
        .findFirst()
        .orElse(known.all().getFirst());
  }

  private static Change change(String endpoint, Presented former, Presented presented) {
    Set<String> covered = new TreeSet<>(former.judgement().covers());
    Set<String> covers = new TreeSet<>(presented.judgement().covers());
    Set<String> lost = new TreeSet<>(covered);
    lost.removeAll(covers);
    covers.removeAll(covered);
    return new Change.Certificate(
        endpoint, leaf(former), leaf(presented), Names.of(lost), Names.of(covers));
  }

  private static ServedCertificate leaf(Presented presented) {
    return presented.judgement().leaf();
  }
}
