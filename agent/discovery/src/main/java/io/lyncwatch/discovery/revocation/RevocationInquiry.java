package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.revocation.AuthorityClient.Answer;
import io.lyncwatch.discovery.revocation.AuthorityClient.Question;
import io.lyncwatch.discovery.revocation.Obstacle.Why;
import io.lyncwatch.discovery.tls.AuthorityAccess;
import io.lyncwatch.discovery.tls.DistributionPoints;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out whether the certificates of a chain have been revoked, each by itself: by what the
 * server stapled to them, else by an OCSP responder, else by a revocation list, whichever says
 * something first. Clients do it in this order; those that know no OCSP go by lists only, so a list
 * is looked at also where OCSP says that all is well.
 */
public final class RevocationInquiry {
  private static final int MOST_URLS = 2;
  private static final int MOST_STAPLED = 5;
  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int LARGE_LIST = 128 * 1024;

  /** The JDK takes up to 14 bytes for each of them. */
  private static final int LARGEST_LIST = 4 * 1024 * 1024;

  private static final Duration ANSWER_ALLOWED = Duration.ofSeconds(2);
  private static final Duration LIST_ALLOWED = Duration.ofSeconds(4);

  /** For all sources of one certificate; what comes after it is not asked any more. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  /** How long it is gone by that nothing could be found out. */
  private static final Duration FAILURE_KEPT = Duration.ofMinutes(5);

  private final AuthorityClient client;
  private final KnownStatuses known;
  private final Instant now;
  private final Deadline deadline;

  /**
   * @param known is asked first, and learns what is found out
   * @param now the instant that is asked about
   * @param deadline by which it is over, whether or not all is told
   */
  public RevocationInquiry(
      AuthorityClient client, KnownStatuses known, Instant now, Deadline deadline) {
    this.client = client;
    this.known = known;
    this.now = now;
    this.deadline = deadline;
  }

  /**
   * Finds out, in bounded time; never throws for what certificates hold or authorities answer.
   *
   * @param path the leaf first, each followed by its issuer, the last one a trust anchor: whoever
   *     trusts it does so by own decision, and asks nobody about it
   * @param stapled OCSP answers that came with the certificates
   * @return empty if there is nothing below an anchor
   */
  public Optional<Revocation> ask(List<X509Certificate> path, List<byte[]> stapled) {
    List<Integer> indices = IntStream.range(0, path.size() - 1).boxed().toList();
    return indices.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Revocation(SideBySide.all(indices, at -> certificate(path, at, stapled))));
  }

  private CertificateRevocation certificate(
      List<X509Certificate> path, int at, List<byte[]> stapled) {
    X509Certificate certificate = path.get(at);
    Issued issued = new Issued(certificate, path.get(at + 1));
    Position position = at == 0 ? Position.LEAF : Position.INTERMEDIATE;
    String subject = ServedCertificate.name(certificate.getSubjectX500Principal());
    if (!issued.validAt(now)) {
      Verdict unknown = Verdict.Unknown.because(Obstacle.within(Why.OUT_OF_VALIDITY));
      return new CertificateRevocation(position, subject, unknown, Optional.empty());
    }
    Deadline deadline = this.deadline.within(LONGEST);
    Verdict answered = answered(issued, stapled, deadline);
    if (answered.status() == Status.REVOKED) {
      return new CertificateRevocation(position, subject, answered, Optional.empty());
    }
    Verdict listed = listed(issued, deadline);
    return new CertificateRevocation(
        position, subject, worse(answered, listed), Optional.of(listed));
  }

  /** What is known by OCSP. */
  private Verdict answered(Issued issued, List<byte[]> stapled, Deadline deadline) {
    return stapled.stream()
        .limit(MOST_STAPLED)
        .map(answer -> OcspCheck.of(issued, answer, Source.STAPLED, "", now))
        .filter(verdict -> verdict.status() != Status.UNKNOWN)
        .findFirst()
        .orElseGet(() ->
            known
                .verdicts()
                .ask(
                    issued.key(),
                    now,
                    deadline,
                    () ->
                        first(
                            AuthorityAccess.responders(issued.certificate()),
                            url -> responder(issued, url, deadline)),
                    RevocationInquiry::keptUntil));
  }

  private Verdict listed(Issued issued, Deadline deadline) {
    return first(
        DistributionPoints.lists(issued.certificate()), url -> list(issued, url, deadline));
  }

  /** What the first says that says something. */
  private Verdict first(List<String> named, Function<String, Verdict> source) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (String url : urls(named)) {
      Verdict verdict = source.apply(url);
      if (!(verdict instanceof Verdict.Unknown(List<Obstacle> why))) {
        return verdict;
      }
      obstacles.addAll(why);
    }
    return new Verdict.Unknown(obstacles);
  }

  private static Verdict worse(Verdict answered, Verdict listed) {
    if (answered instanceof Verdict.Unknown(List<Obstacle> of)
        && listed instanceof Verdict.Unknown(List<Obstacle> others)) {
      List<Obstacle> all = Stream.concat(of.stream(), others.stream()).toList();
      return all.isEmpty()
          ? Verdict.Unknown.because(Obstacle.within(Why.NO_SOURCE))
          : new Verdict.Unknown(all);
    }
    return answered.status() == Status.UNKNOWN || listed.status() == Status.REVOKED
        ? listed
        : answered;
  }

  private List<String> urls(List<String> named) {
    return named.stream().filter(client::askable).distinct().limit(MOST_URLS).toList();
  }

  private Verdict responder(Issued issued, String url, Deadline deadline) {
    Optional<Obstacle> before = known.silent().at(url, now);
    if (before.isPresent()) {
      return Verdict.Unknown.because(before.get());
    }
    Answer answer =
        ask(url, Optional.of(OcspRequest.of(issued)), LARGEST_ANSWER, ANSWER_ALLOWED, deadline);
    return switch (answer) {
      case Answer.Content content -> OcspCheck.of(issued, content.bytes(), Source.OCSP, url, now);
      case Answer.Nothing(Obstacle why) -> {
        if (why.why() != Why.NO_ANSWER && why.why() != Why.NO_TIME) {
          known.silent().keep(url, why, now.plus(FAILURE_KEPT));
        }
        yield Verdict.Unknown.because(why);
      }
    };
  }

  private Verdict list(Issued issued, String url, Deadline deadline) {
    Listing listing =
        known
            .lists()
            .ask(
                issued.listKey(url),
                now,
                deadline,
                () -> fetched(issued, url, deadline),
                RevocationInquiry::listingKeptUntil);
    return switch (listing) {
      case Listing.Valid(RevocationList list) ->
          list.verdict(issued.certificate().getSerialNumber(), url, now);
      case Listing.Useless(Obstacle why) -> Verdict.Unknown.because(why);
    };
  }

  /** Most lists are small. A large one is read again from its beginning, when it has its turn. */
  private Listing fetched(Issued issued, String url, Deadline deadline) {
    Answer answer = askForList(url, LARGE_LIST, deadline);
    return answer instanceof Answer.Nothing(Obstacle why) && why.why() == Why.TOO_LARGE
        ? large(issued, url, deadline)
        : checked(issued, url, answer);
  }

  private Listing large(Issued issued, String url, Deadline deadline) {
    boolean turn = false;
    try {
      Duration allowed = deadline.within(LIST_ALLOWED).left();
      turn = known.largeLists().tryLock(allowed.toMillis(), TimeUnit.MILLISECONDS);
      return turn
          ? checked(issued, url, askForList(url, LARGEST_LIST, deadline))
          : new Listing.Useless(new Obstacle(Why.NO_TIME, url, "other large lists were read"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for other lists", e);
    } finally {
      if (turn) {
        known.largeLists().unlock();
      }
    }
  }

  private Answer askForList(String url, int most, Deadline deadline) {
    return ask(url, Optional.empty(), most, LIST_ALLOWED, deadline);
  }

  /** What fails at the inquiry's own deadline says nothing of who was asked. */
  private Answer ask(
      String url, Optional<byte[]> ocsp, int most, Duration allowed, Deadline deadline) {
    Answer noTime = new Answer.Nothing(new Obstacle(Why.NO_TIME, url, ""));
    Duration left = deadline.within(allowed).left();
    if (left.isZero()) {
      return noTime;
    }
    Answer answer = client.ask(new Question(url, ocsp, most, left));
    return answer instanceof Answer.Nothing && deadline.passed() ? noTime : answer;
  }

  private Listing checked(Issued issued, String url, Answer answer) {
    return switch (answer) {
      case Answer.Content content -> ListCheck.of(issued, content.bytes(), url, now);
      case Answer.Nothing(Obstacle why) -> new Listing.Useless(why);
    };
  }

  private static Instant keptUntil(Verdict verdict, Instant now) {
    return switch (verdict) {
      case Verdict.Good good -> good.lifetime().keptFrom(now);
      case Verdict.Revoked revoked -> revoked.lifetime().keptFrom(now);
      case Verdict.Unknown(List<Obstacle> obstacles) -> keptUntil(obstacles, now);
    };
  }

  private static Instant listingKeptUntil(Listing listing, Instant now) {
    return switch (listing) {
      case Listing.Valid(RevocationList list) -> list.lifetime().keptFrom(now);
      case Listing.Useless(Obstacle why) -> keptUntil(List.of(why), now);
    };
  }

  private static Instant keptUntil(List<Obstacle> obstacles, Instant now) {
    boolean cut = obstacles.stream().anyMatch(obstacle -> obstacle.why() == Why.NO_TIME);
    return cut ? now : now.plus(FAILURE_KEPT);
  }
}
