package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.http.Phase;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.tls.Inspection;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.hello.Reception;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a probe measures beside its findings. */
public sealed interface Facts {

  /** Of a run in which nothing was measured. */
  record None() implements Facts {}

  /** Of a {@code dns} run: every question asked. */
  record Dns(List<RecordLookup> lookups) implements Facts {
    /** Copies the list. */
    public Dns {
      lookups = List.copyOf(lookups);
    }
  }

  /**
   * One name at one resolver.
   *
   * @param asExpected whether the answer is what the view should say
   */
  record RecordLookup(RecordKind record, Lookup lookup, boolean asExpected) {}

  /** What a name is to a SIP domain. */
  enum RecordKind {
    /** The internal discovery record. */
    LYNCDISCOVERINTERNAL,
    /** The external discovery record. */
    LYNCDISCOVER,
    /** An internal web services name. */
    WEB_INTERNAL,
    /** An external web services name. */
    WEB_EXTERNAL;

    /** The word in metrics and reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Of an {@code entry} run: how each scheme answered over all nodes, and how each node did over
   * both schemes.
   */
  record Entry(List<SchemeResult> schemes, List<NodeResult> nodes) implements Facts {
    /** Copies the lists. */
    public Entry {
      schemes = List.copyOf(schemes);
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * One address behind an entry point.
   *
   * @param address that connections went to, without the port
   * @param node the machine that answered there, if it named itself
   * @param success whether the way from there to the sign-in is open
   * @param hosts those that its root and Domain documents name, sorted; empty if it gave none
   */
  record NodeResult(String address, Optional<String> node, boolean success, List<String> hosts) {
    /** Copies the list. */
    public NodeResult {
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * One scheme of an entry point, over all its addresses.
   *
   * @param scheme {@code http} or {@code https}
   * @param success whether it led to the service at every address
   * @param usable whether it led there at one of them at least
   * @param statusCode of the last address that gave an HTTP answer
   * @param phases the slowest of each phase over the addresses; a phase that was not reached is
   *     absent
   */
  record SchemeResult(
      String scheme,
      boolean success,
      boolean usable,
      OptionalInt statusCode,
      Map<Phase, Duration> phases) {
    /** Copies the map. */
    public SchemeResult {
      Map<Phase, Duration> copy = new EnumMap<>(Phase.class);
      copy.putAll(phases);
      phases = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * Of a {@code sign_in} run.
   *
   * @param redirects how many were followed
   * @param clockSkew the server's clock minus ours, from the Date header of the last answer, or
   *     from the times of a ticket if these tell of more
   * @param guarded whether the account's secret was held back because it had been rejected; empty
   *     if the walk did not come to where it is needed
   * @param home the home pool, if the walk came to it
   * @param services of the home pool, those that the view uses
   * @param failover whether some of them work by the other set of URLs only; empty if none was
   *     asked
   * @param signedIn whether phones that signed in before can go on; empty if not known
   * @param passwordExpires when the account's password ends, as far as the operator knows
   */
  record SignIn(
      int redirects,
      Optional<Duration> clockSkew,
      Optional<Boolean> guarded,
      Optional<HomePool> home,
      List<ServiceResult> services,
      Optional<Boolean> failover,
      Optional<Boolean> signedIn,
      Optional<Instant> passwordExpires)
      implements Facts {
    /** Copies the list. */
    public SignIn {
      services = List.copyOf(services);
    }
  }

  /**
   * Where a user is homed.
   *
   * @param pool the host of the last User document's URL
   * @param accessLocation {@code Internal} or {@code External}, as the document says
   */
  record HomePool(String pool, String accessLocation) {}

  /**
   * One service URL.
   *
   * @param service lower-case token without its side, for example {@code ucwa}
   */
  record ServiceResult(String service, Side side, boolean success) {}

  /**
   * Of a {@code certificate} run.
   *
   * @param presented what each address presented; addresses that presented nothing are absent
   * @param addresses all that there are, written as in {@code presented}, whether or not they were
   *     asked and presented anything; none if the name does not resolve
   */
  record Certificate(Endpoint endpoint, List<Presented> presented, List<String> addresses)
      implements Facts {
    /** Copies. */
    public Certificate {
      presented = List.copyOf(presented);
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * What one address presented.
   *
   * @param address with the port
   * @param protocol for example {@code TLSv1.3}; with the cipher, absent if the handshake failed
   *     after the certificate came
   * @param judgement of one certificate or more
   * @param inspection absent where no client comes, as behind a reverse proxy
   * @param reception as it was when last asked for; absent if that was never found out
   * @param revocation absent there, too, and of what leads to no trusted root or is one itself
   */
  record Presented(
      String address,
      Optional<String> protocol,
      Optional<String> cipher,
      Judgement judgement,
      Optional<Inspection> inspection,
      Optional<Reception> reception,
      Optional<Revocation> revocation) {
    /**
     * Whether a finding, which may hold at several addresses, was made on what this one presented.
     */
    public boolean isMeantBy(Finding finding) {
      return Arrays.asList(finding.evidence().getOrDefault("address", "").split("[,;] ", -1))
          .contains(address);
    }

    /** The same with whether authorities stand by it. */
    public Presented vouched(Revocation told) {
      return new Presented(
          address, protocol, cipher, judgement, inspection, reception, Optional.of(told));
    }

    /** The same with how that address receives other clients. */
    public Presented received(Reception how) {
      return new Presented(
          address, protocol, cipher, judgement, inspection, Optional.of(how), revocation);
    }
  }
}
