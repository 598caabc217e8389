package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import io.lyncwatch.discovery.tls.Judgement;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/**
 * How servers are reached in one view. Shared by all runs in it.
 *
 * @param connectTo rules that move connections, the first match wins
 * @param issuers what was found where certificates say that their issuers are
 * @param tlsMinimum the oldest protocol that a secret may travel over, as JSSE names it
 */
public record Network(
    View view,
    ViewResolvers resolvers,
    List<ConnectTo> connectTo,
    Handshaker handshaker,
    CertificateJudge judge,
    FetchedIssuers issuers,
    String tlsMinimum,
    Timeouts timeouts,
    InstantSource clock,
    Ticker ticker) {
  /** Copies the list. */
  public Network {
    connectTo = List.copyOf(connectTo);
  }

  /**
   * Judges what an endpoint presented. Why a chain is not trusted may take a few small requests to
   * where its certificates say that their issuers are.
   *
   * @param host the name that was asked for
   */
  public Judgement judge(List<X509Certificate> presented, String host, Deadline deadline) {
    Judgement judgement = judge.judge(presented, host, clock.instant());
    return judgement.trusted() || presented.isEmpty()
        ? judgement
        : IssuerSearch.explain(this, judgement, presented, deadline);
  }

  /** Whether no secret may travel over a protocol, named as JSSE does. */
  public boolean tooOld(String protocol) {
    // JSSE's names sort by age: SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3.
    return protocol.compareTo(tlsMinimum) < 0;
  }

  /** The place where connections to an endpoint really go. */
  public Endpoint destination(Endpoint endpoint) {
    return ConnectTo.destination(connectTo, endpoint);
  }
}
