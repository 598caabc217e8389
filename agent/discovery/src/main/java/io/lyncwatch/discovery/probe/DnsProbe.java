package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.dns.Wildcard;
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
import io.lyncwatch.discovery.walk.ForeignAlias;
import io.lyncwatch.discovery.walk.RecordJudge;
import io.lyncwatch.discovery.walk.StageNotes;
import io.lyncwatch.discovery.walk.Transcript;
import io.lyncwatch.discovery.walk.TrustRule;
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
 * @param trust the domain, and which further ones its records may lead to
 * @param asker the one resolver with the client that asks it
 * @param webNames those known by now for this domain and view
 */
public record DnsProbe(
    TrustRule trust,
    ViewResolvers asker,
    Discovery discovery,
    Supplier<List<WebName>> webNames,
    InstantSource clock,
    Ticker ticker)
    implements Probe {
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private record Question(RecordKind kind, String name, Expected expected) {}

  private record Answered(Question question, Lookup lookup) {
    boolean isRecord() {
      return switch (question.kind()) {
        case LYNCDISCOVERINTERNAL, LYNCDISCOVER -> true;
        case WEB_INTERNAL, WEB_EXTERNAL -> false;
      };
    }
  }

  @Override
  public TargetId target() {
    return new TargetId(ProbeKind.DNS, view(), trust.domain().name(), resolver().name());
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
          Deadline deadline = Deadline.in(LONGEST, ticker);
          List<Answered> answers = ask(questions(), deadline);
          List<Lookup> records =
              answers.stream().filter(Answered::isRecord).map(Answered::lookup).toList();
          Optional<Wildcard> wildcard =
              Wildcard.ask(asker, records, trust.domain().name(), deadline);
          boolean anyRecord = records.stream().anyMatch(Lookup::resolved);
          for (Answered answer : answers) {
            lookups.add(judge(notes, answer, anyRecord, wildcard));
          }
          wildcard.ifPresent(notes::stray);
          return lookups.stream().allMatch(RecordLookup::asExpected)
              ? Optional.of(lookups)
              : Optional.empty();
        });
    return report(startedAt, Duration.ofNanos(ticker.nanos() - start), transcript, lookups);
  }

  private RecordLookup judge(
      StageNotes notes, Answered answer, boolean anyRecord, Optional<Wildcard> wildcard) {
    Lookup lookup = answer.lookup();
    Expected expected = expected(answer.question(), anyRecord);
    boolean asExpected = RecordJudge.asExpected(lookup, expected);
    notes.lookup(lookup, asExpected);
    if (answer.isRecord()) {
      notes.findAll(RecordJudge.judge(lookup, expected, wildcard));
      ForeignAlias.of(trust, lookup).ifPresent(notes::find);
    } else {
      RecordJudge.judge(lookup, expected).ifPresent(notes::find);
    }
    return new RecordLookup(answer.question().kind(), lookup, asExpected);
  }

  private Report report(
      Instant startedAt, Duration took, Transcript transcript, List<RecordLookup> lookups) {
    List<Finding> findings = transcript.findings();
    Outcome outcome = Outcome.of(findings);
    String summary =
        outcome == Outcome.SUCCESS
            ? resolver().name() + " answers for " + trust.domain() + " as expected."
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
    return new Question(
        kind, trust.domain().record(record), discovery.expectations().of(view(), record));
  }

  private List<Answered> ask(List<Question> questions, Deadline deadline) {
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
