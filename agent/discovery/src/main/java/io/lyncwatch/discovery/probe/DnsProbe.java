package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.RecordKind;
import io.lyncwatch.discovery.report.Facts.RecordLookup;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.Summaries;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.RecordJudge;
import io.lyncwatch.discovery.walk.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Asks one resolver for the names of one SIP domain, all at once, and judges each answer by what
 * the resolver's view should say.
 *
 * @param asker the one resolver with the client that asks it
 * @param webNames those that are known by now for this domain and view
 */
public record DnsProbe(
    SipDomain domain,
    ViewResolvers asker,
    Discovery discovery,
    Supplier<List<WebName>> webNames,
    InstantSource clock,
    Ticker ticker)
    implements Probe {
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private record Question(RecordKind kind, String name, Expected expected) {}

  private record Answered(Question question, Lookup lookup) {}

  @Override
  public TargetId target() {
    return new TargetId(ProbeKind.DNS, view(), domain.name(), resolver().name());
  }

  @Override
  public Report run() {
    Instant startedAt = clock.instant();
    long start = ticker.nanos();
    Transcript transcript = new Transcript(ticker);
    List<RecordLookup> lookups = new ArrayList<>();
    transcript.stage(
        Stage.RESOLVE,
        notes -> {
          List<Answered> answers = ask(questions());
          boolean anyRecord = answers.stream().anyMatch(DnsProbe::isResolvedRecord);
          boolean good = true;
          for (Answered answer : answers) {
            Expected expected = expected(answer.question(), anyRecord);
            Optional<Finding> wrong = RecordJudge.judge(answer.lookup(), expected);
            notes.lookup(answer.lookup(), wrong.isEmpty());
            wrong.ifPresent(notes::find);
            good &= wrong.isEmpty();
            lookups.add(
                new RecordLookup(answer.question().kind(), answer.lookup(), wrong.isEmpty()));
          }
          return good ? Optional.of(lookups) : Optional.empty();
        });
    return report(startedAt, Duration.ofNanos(ticker.nanos() - start), transcript, lookups);
  }

  private Report report(
      Instant startedAt, Duration took, Transcript transcript, List<RecordLookup> lookups) {
    List<Finding> findings = transcript.findings();
    Outcome outcome = Outcome.of(findings);
    String summary =
        outcome == Outcome.SUCCESS
            ? resolver().name() + " answers for " + domain + " as expected."
            : Summaries.of(outcome, findings);
    return new Report(
        target(),
        startedAt,
        took,
        outcome,
        summary,
        transcript.stages(),
        findings,
        new Facts.Dns(lookups),
        Learned.NOTHING);
  }

  private Resolver resolver() {
    return asker.resolvers().getFirst();
  }

  private View view() {
    return resolver().view();
  }

  private List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (DiscoveryRecord record : DiscoveryRecord.values()) {
      if (discovery.concerns(record)) {
        questions.add(question(record));
      }
    }
    for (WebName name : webNames.get()) {
      // Clients outside never need an internal web name, and should not be able to find it.
      if (name.side() == Side.EXTERNAL || view() != View.EXTERNAL) {
        RecordKind kind =
            name.side() == Side.EXTERNAL ? RecordKind.WEB_EXTERNAL : RecordKind.WEB_INTERNAL;
        // A resolver of an unknown side may well be outside, where internal names have no place.
        boolean doubtful = name.side() == Side.INTERNAL && view() == View.ANY;
        questions.add(new Question(kind, name.name(), doubtful ? Expected.ANY : Expected.PRESENT));
      }
    }
    return questions;
  }

  private Question question(DiscoveryRecord record) {
    RecordKind kind =
        switch (record) {
          case LYNCDISCOVERINTERNAL -> RecordKind.LYNCDISCOVERINTERNAL;
          case LYNCDISCOVER -> RecordKind.LYNCDISCOVER;
        };
    return new Question(kind, domain.record(record), discovery.expectations().of(view(), record));
  }

  private List<Answered> ask(List<Question> questions) {
    Deadline deadline = Deadline.in(LONGEST, ticker);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return questions.stream()
          .map(question ->
              CompletableFuture.supplyAsync(
                  () -> new Answered(question, asker.ask(question.name(), deadline).getFirst()),
                  threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static boolean isResolvedRecord(Answered answer) {
    return switch (answer.question().kind()) {
      case LYNCDISCOVERINTERNAL, LYNCDISCOVER -> answer.lookup().resolved();
      case WEB_INTERNAL, WEB_EXTERNAL -> false;
    };
  }

  /** Where the operator did not say which side the resolver shows, one record must resolve. */
  private Expected expected(Question question, boolean anyRecord) {
    boolean nothingResolves =
        discovery.manual().isEmpty()
            && view() == View.ANY
            && question.kind() == RecordKind.LYNCDISCOVER
            && !anyRecord;
    return nothingResolves ? Expected.PRESENT : question.expected();
  }
}
