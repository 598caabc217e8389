package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateOrder.Strength;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.fault.CertificateFlawed.Flaw;
import io.lyncwatch.lab.world.ApplicationState;
import io.lyncwatch.lab.world.FrontPage;
import io.lyncwatch.lab.world.Gateway;
import io.lyncwatch.lab.world.Preauthentication;
import java.util.Locale;
import java.util.Optional;

/** The names of the faults, and how to make one from an argument. */
enum FaultKind {
  RECORDS_MISSING("[=domain]", "no DNS has discovery records for a domain"),
  INTERNAL_RECORD_LEAKED("[=domain]", "external DNS knows lyncdiscoverinternal"),
  RESOLVER_DEAD("[=internal|external]", "a name server says nothing"),
  SPLIT_DNS_HOLE("", "internal DNS lacks the external web names"),
  SAN_MISSING("[=domain]", "the proxy's certificate lacks lyncdiscover.<domain>"),
  CERTIFICATE_EXPIRED("[=domain|host]", "the certificate for a name has expired"),
  CERTIFICATE_EXPIRING("[=domain]", "the certificate for a name expires in 9 days"),
  CERTIFICATE_NOT_YET_VALID("[=domain|host]", "the certificate for a name begins tomorrow"),
  CERTIFICATE_SELF_SIGNED("[=domain|host]", "the certificate for a name is signed by itself"),
  CERTIFICATE_UNTRUSTED("[=domain|host]", "the certificate for a name is of an unknown authority"),
  CERTIFICATE_WEAK("[=rsa-1024|sha-1|curve]", "lyncdiscover's has a weak key or signature"),
  CERTIFICATE_FOR_CLIENTS("[=domain|host]", "the certificate for a name is for clients only"),
  CERTIFICATE_WILDCARD("[=domain|host]", "the certificate for a name is one for *.contoso.example"),
  CERTIFICATE_CROWDED("[=domain|host]", "the certificate for a name has 10,000 names"),
  CERTIFICATE_OF_ANOTHER_SITE("", "the proxy presents another site's for the discovery records"),
  CERTIFICATE_WITHOUT_NAME("[=domain|host]", "clients that send no name get another site's"),
  CHAIN_DISORDERED("[=domain|host]", "the chain for a name is presented the wrong way round"),
  POOL_DOWN("[=pool]", "a pool listens no more"),
  REDIRECT_LOOP("[=address]", "a user's Director and pool send him to each other"),
  REWRITE_MISSING("[=404|start-page]", "/ does not lead to the Autodiscover service any more"),
  SSL_REQUIRED("", "IIS refuses http where the discovery records lead"),
  AUTODISCOVER_MISSING("", "IIS has no Autodiscover service where the discovery records lead"),
  APPLICATION_STOPPED("", "the Autodiscover service's application pool is stopped there"),
  APPLICATION_DAMAGED("", "the Autodiscover service's configuration is damaged there"),
  TICKET_SERVICE_DAMAGED("", "the web ticket service answers every request with 500"),
  BRIDGED_TO_443("", "the proxy passes requests on to the internal sites"),
  INTERMEDIATE_MISSING("[=domain|host]", "the certificate for a name is presented alone"),
  STALE_NODE("[=certificate|replica]", "a machine of a pool of several missed a change"),
  STRAY_ADDRESS("", "internal DNS leads a pool's name also to a machine of another pool"),
  WILDCARD_RECORD("[=domain]", "external DNS has an address for every name in a zone"),
  PORT_80_CLOSED("", "the proxy publishes https only"),
  PUBLISHING_PATH_MISSING("[=meet|dialin|abs|...]", "the proxy refuses requests below a path"),
  HTTPS_NOT_PUBLISHED("", "the proxy publishes the discovery records over http only"),
  HAIRPIN_BLOCKED("", "inside, the firewall drops connections to what the proxy publishes"),
  PREAUTHENTICATION("[=redirect|challenge]", "the proxy asks clients to sign in before all"),
  BACKEND_UNREACHABLE("[=arr|wap]", "the proxy does not reach the servers behind it"),
  WRONG_APPLICATION("", "the proxy leads the discovery records to another application"),
  CONNECTION_NOT_KEPT("", "the proxy ends each connection after one request"),
  PARKING_PAGE("[=domain]", "external lyncdiscover leads to a page that offers names for sale"),
  CAPTIVE_PORTAL("[=internal|external]", "clients are sent to the login page of a guest network"),
  EXTERNAL_NAME_MISSING("[=pool]", "a pool gives out its internal name for the external one"),
  MOBILITY_INSIDE("", "mobile clients are sent to the internal web services"),
  SPN_MISSING("", "Kerberos knows no service with the names of the web servers"),
  PROVIDER_WRONG("[=address]", "the company and its hoster send a user to each other"),
  CNAME_FOREIGN("[=domain]", "external lyncdiscover is an alias into somebody else's zone"),
  RESOLVER_STALE("[=domain]", "a second internal resolver holds an older lyncdiscoverinternal"),
  SECONDARY_STALE("[=domain]", "a second internal name server missed a change of the zone"),
  CERTIFICATE_REVOKED("[=domain|host]", "the authority has revoked the certificate for a name"),
  REVOCATION_UNREACHABLE("", "the authority's OCSP responder and revocation lists are gone"),
  CRL_ENDING("", "the authority's revocation lists end in 3 hours, and it makes no new ones");

  private final String argument;
  private final String effect;

  FaultKind(String argument, String effect) {
    this.argument = argument;
    this.effect = effect;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String help() {
    return label() + argument + ": " + effect;
  }

  Fault with(Optional<String> given) {
    if (given.isPresent() && (argument.isEmpty() || given.get().isEmpty())) {
      throw new IllegalArgumentException("write this fault as " + label() + argument);
    }
    return switch (this) {
      case RECORDS_MISSING -> new RecordsMissing(given);
      case INTERNAL_RECORD_LEAKED -> new InternalRecordLeaked(given);
      case RESOLVER_DEAD -> new ResolverDead(view(given.orElse("internal")));
      case SPLIT_DNS_HOLE -> new SplitDnsHole();
      case SAN_MISSING -> new SanMissing(given);
      case CERTIFICATE_EXPIRED -> new CertificateExpired(given);
      case CERTIFICATE_EXPIRING -> new CertificateExpiring(given);
      case CERTIFICATE_NOT_YET_VALID -> new CertificateFlawed(Flaw.NOT_YET_VALID, given);
      case CERTIFICATE_SELF_SIGNED -> new CertificateFlawed(Flaw.SELF_SIGNED, given);
      case CERTIFICATE_UNTRUSTED -> new CertificateFlawed(Flaw.UNTRUSTED, given);
      case CERTIFICATE_WEAK -> new CertificateWeak(strength(given.orElse("rsa-1024")));
      case CERTIFICATE_FOR_CLIENTS -> new CertificateFlawed(Flaw.FOR_CLIENTS, given);
      case CERTIFICATE_WILDCARD -> new CertificateFlawed(Flaw.WILDCARD, given);
      case CERTIFICATE_CROWDED -> new CertificateFlawed(Flaw.CROWDED, given);
      case CERTIFICATE_OF_ANOTHER_SITE -> new CertificateOfAnotherSite();
      case CERTIFICATE_WITHOUT_NAME -> new CertificateWithoutName(given);
      case CHAIN_DISORDERED -> new CertificateFlawed(Flaw.DISORDERED, given);
      case POOL_DOWN -> new PoolDown(given);
      case REDIRECT_LOOP -> new RedirectLoop(given);
      case REWRITE_MISSING -> new RewriteMissing(instead(given.orElse("404")));
      case SSL_REQUIRED -> new SslRequired();
      case AUTODISCOVER_MISSING -> new AutodiscoverBroken(ApplicationState.MISSING);
      case APPLICATION_STOPPED -> new AutodiscoverBroken(ApplicationState.STOPPED);
      case APPLICATION_DAMAGED -> new AutodiscoverBroken(ApplicationState.DAMAGED);
      case TICKET_SERVICE_DAMAGED -> new TicketServiceDamaged();
      case BRIDGED_TO_443 -> new BridgedTo443();
      case INTERMEDIATE_MISSING -> new IntermediateMissing(given);
      case STALE_NODE -> stale(given);
      case STRAY_ADDRESS -> new StrayAddress();
      case WILDCARD_RECORD -> new WildcardRecord(given);
      case PORT_80_CLOSED -> new Port80Closed();
      case PUBLISHING_PATH_MISSING -> new PublishingPathMissing(given);
      case HTTPS_NOT_PUBLISHED -> new HttpsNotPublished();
      case HAIRPIN_BLOCKED -> new HairpinBlocked();
      case PREAUTHENTICATION -> new ClientsAsked(how(given.orElse("redirect")));
      case BACKEND_UNREACHABLE -> new BackendUnreachable(gateway(given.orElse("arr")));
      case WRONG_APPLICATION -> new WrongApplication();
      case CONNECTION_NOT_KEPT -> new ConnectionNotKept();
      case PARKING_PAGE -> new ParkingPage(given);
      case CAPTIVE_PORTAL -> new CaptivePortal(view(given.orElse("external")));
      case EXTERNAL_NAME_MISSING -> new ExternalNameMissing(given);
      case MOBILITY_INSIDE -> new MobilityInside();
      case SPN_MISSING -> new SpnMissing();
      case PROVIDER_WRONG -> new ProviderWrong(given);
      case CNAME_FOREIGN -> new CnameForeign(given);
      case RESOLVER_STALE -> new ResolverStale(given);
      case SECONDARY_STALE -> new SecondaryStale(given);
      case CERTIFICATE_REVOKED -> new CertificateRevoked(given);
      case REVOCATION_UNREACHABLE -> new RevocationUnreachable();
      case CRL_ENDING -> new CrlEnding();
    };
  }

  private View view(String side) {
    return switch (side) {
      case "internal" -> View.INTERNAL;
      case "external" -> View.EXTERNAL;
      default -> throw neither("internal and external", side);
    };
  }

  private Strength strength(String what) {
    return switch (what) {
      case "rsa-1024" -> Strength.RSA_1024;
      case "sha-1" -> Strength.SHA_1;
      case "curve" -> Strength.CURVE;
      default -> throw neither("rsa-1024, sha-1 and curve", what);
    };
  }

  private FrontPage instead(String page) {
    return switch (page) {
      case "404" -> FrontPage.NOT_FOUND;
      case "start-page" -> FrontPage.START_PAGE;
      default -> throw neither("404 and start-page", page);
    };
  }

  private Preauthentication how(String way) {
    return switch (way) {
      case "redirect" -> Preauthentication.REDIRECT;
      case "challenge" -> Preauthentication.CHALLENGE;
      default -> throw neither("redirect and challenge", way);
    };
  }

  private Gateway gateway(String product) {
    return switch (product) {
      case "arr" -> Gateway.ARR;
      case "wap" -> Gateway.WAP;
      default -> throw neither("arr and wap", product);
    };
  }

  private StaleNode stale(Optional<String> what) {
    return switch (what.orElse("")) {
      case "" -> new StaleNode(true, true);
      case "certificate" -> new StaleNode(true, false);
      case "replica" -> new StaleNode(false, true);
      case String other -> throw neither("certificate and replica", other);
    };
  }

  private IllegalArgumentException neither(String known, String given) {
    return new IllegalArgumentException("%s knows %s, not '%s'".formatted(label(), known, given));
  }
}
