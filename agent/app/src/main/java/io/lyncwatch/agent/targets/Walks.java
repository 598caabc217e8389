package io.lyncwatch.agent.targets;

import io.lyncwatch.agent.config.Account;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.walk.EntryPoint;
import io.lyncwatch.discovery.walk.EntryWalk;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.discovery.walk.SignIn;
import io.lyncwatch.discovery.walk.SignInWalk;
import io.lyncwatch.discovery.walk.TicketCache;
import io.lyncwatch.discovery.walk.TrustRule;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Makes walks of what the configuration says of a SIP domain and its accounts. */
public final class Walks {
  private final Networks networks;
  private final LockoutGuard guard;
  private final SecureRandom random;
  private final Representation client;
  private final RememberedUrls remembered;

  /**
   * @param guard one for all walks of the process
   * @param client the form in which they ask for documents
   * @param remembered what signed-in phones remember, one for all walks of the process
   */
  public Walks(
      Networks networks,
      LockoutGuard guard,
      SecureRandom random,
      Representation client,
      RememberedUrls remembered) {
    this.networks = networks;
    this.guard = guard;
    this.random = random;
    this.client = client;
    this.remembered = remembered;
  }

  /** The whole walk of an account. */
  public SignInWalk signIn(View view, MonitoredDomain domain, Account account) {
    return walk(
        view,
        domain,
        Optional.of(account.address()),
        Optional.of(
            new SignIn(
                account.username(),
                account.secret(),
                account.signIn(),
                guard,
                random,
                account.means(),
                account.handling().reuseTickets()
                    ? Optional.of(new TicketCache())
                    : Optional.empty(),
                account.handling().passwordExpires())));
  }

  /** As far as one gets without an account. */
  public SignInWalk anonymous(View view, MonitoredDomain domain, Optional<SignInAddress> address) {
    return walk(view, domain, address, Optional.empty());
  }

  /** From one entry point, at every address behind it. */
  EntryWalk entry(View view, MonitoredDomain domain, EntryPoint entry) {
    return new EntryWalk(networks.in(view), trust(domain), domain.discovery(), entry, client);
  }

  /** By one machine behind the reverse proxy, as if the proxy asked it. */
  public EntryWalk direct(MonitoredDomain domain, ProxiedNode node) {
    return new EntryWalk(
        networks.behindProxy(node),
        trust(domain),
        domain.discovery(),
        new EntryPoint.Node(node.name(), domain.discovery().publishedName(domain.domain())),
        client);
  }

  private SignInWalk walk(
      View view, MonitoredDomain domain, Optional<SignInAddress> address, Optional<SignIn> signIn) {
    return new SignInWalk(
        networks.in(view),
        trust(domain),
        domain.discovery(),
        address,
        signIn,
        client,
        remembered,
        SignInWalk.LONGEST);
  }

  /**
   * Where answers for a SIP domain may lead to. The host of a manual URL is one that the operator
   * named, as is a trusted domain.
   */
  static TrustRule trust(MonitoredDomain domain) {
    Set<String> trusted = new HashSet<>(domain.trustedDomains());
    domain.discovery().manual().forEach(url -> trusted.add(url.host()));
    return new TrustRule(domain.domain(), trusted);
  }
}
