package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.RevocationInquiry;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ServedCertificate;
import io.lyncwatch.discovery.tls.hello.Reception;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How servers are reached in one view. Shared by all runs in it.
 *
 * @param connectTo rules that move connections, the first match wins
 * @param authorities how those that issued certificates are asked
 * @param receptions how servers receive clients, as they did when last asked
 * @param tlsMinimum the oldest protocol that a secret may travel over, as JSSE names it
 */
public record Network(
    View view,
    ViewResolvers resolvers,
    List<ConnectTo> connectTo,
    Handshaker handshaker,
    CertificateJudge judge,
    Authorities authorities,
    Receptions receptions,
    String tlsMinimum,
    Timeouts timeouts,
    InstantSource clock,
    Ticker ticker) {
  /** Copies the list. */
  public Network {
    connectTo = List.copyOf(connectTo);
  }

  /**
   * The same for one machine behind the reverse proxy, asked as the proxy does: every connection to
   * 443 and 80 goes to its external site, whatever name it is for, and its certificate is judged as
   * one that only the proxy sees.
   *
   * @param machine a host name or an address literal
   * @param https the port of its external site
   * @param http likewise
   */
  public Network behindProxy(String machine, int https, int http) {
    return new Network(
        View.EXTERNAL,
        resolvers,
        List.of(moved(443, machine, https), moved(80, machine, http)),
        handshaker,
        judge.behindProxy(),
        authorities,
        receptions,
        tlsMinimum,
        timeouts,
        clock,
        ticker);
  }

  private static ConnectTo moved(int port, String machine, int toPort) {
    return new ConnectTo(
        Optional.empty(), OptionalInt.of(port), Optional.of(machine), OptionalInt.of(toPort));
  }

  /**
   * Judges what an endpoint presented. Why a chain is not trusted may take a few small requests to
   * where its certificates say that their issuers are.
   *
   * @param host the name that was asked for
   */
  public Judgement judge(List<X509Certificate> presented, String host, Deadline deadline) {
    return judge(presented, host, deadline, new FollowUps(ticker));
  }

  /** The same in a run that may ask only so much. */
  Judgement judge(
      List<X509Certificate> presented, String host, Deadline deadline, FollowUps followUps) {
    Judgement judgement = judge.judge(presented, host, clock.instant());
    return judgement.trusted() || presented.isEmpty()
        ? judgement
        : IssuerSearch.explain(this, judgement, presented, deadline, followUps);
  }

  /**
   * How one address of an endpoint receives clients that are less modern than this one. It is asked
   * once a day and when what it presents has changed; else this is as it was.
   *
   * @param presented by that address just now
   * @return empty if it could not be found out
   */
  public Optional<Reception> reception(
      Endpoint endpoint,
      InetSocketAddress address,
      List<ServedCertificate> presented,
      Deadline deadline) {
    return new ReceptionSearch(this, endpoint, address, presented, deadline).reception();
  }

  /**
   * Whether what an endpoint presented has been revoked. May ask authorities, which takes a few
   * seconds if they are slow. Of what nobody trusts, nobody is asked: whoever made it could send
   * the agent anywhere.
   *
   * @param presented the leaf first, at least one
   * @param stapled OCSP answers that came with it
   * @param deadline what is not told by then stays unknown
   * @return empty if it leads to no trusted root or is one, or if only a reverse proxy sees it
   */
  public Optional<Revocation> revocation(
      List<X509Certificate> presented, List<byte[]> stapled, Deadline deadline) {
    Instant now = clock.instant();
    return judge.forClients()
        ? new RevocationInquiry(
                new AuthorityExchange(this, true), authorities.statuses(), now, deadline)
            .ask(judge.path(presented, now), stapled)
        : Optional.empty();
  }

  /** Where authorities are asked from, in words that go on from "from". */
  public String standpoint() {
    String resolvers = view == View.ANY ? "" : ", by the " + view.label() + " resolvers";
    return "here" + authorities.proxy().map(at -> ", through the proxy " + at).orElse(resolvers);
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
