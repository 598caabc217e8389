package io.lyncwatch.agent.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every family that the agent exports beside those of the JVM and the process. Names, types and
 * labels are a contract; dashboards, alerts and pages are tested against this list.
 *
 * <p>A row is absent while its value is not known: nothing unknown is shown as 0.
 */
public enum MetricCatalogue {
  PROBE_SUCCESS(
      Type.GAUGE,
      "lyncwatch_probe_success",
      "Whether the last run found nothing of severity error; absent if it was skipped or could not"
          + " ask.",
      Scope.PROBES,
      "probe domain target"),
  PROBE_DURATION(
      Type.GAUGE,
      "lyncwatch_probe_duration_seconds",
      "How long the last run took; absent if it was skipped or could not ask.",
      Scope.PROBES,
      "probe domain target"),
  PROBE_INTERVAL(
      Type.GAUGE,
      "lyncwatch_probe_interval_seconds",
      "Time between two regular runs of a target.",
      Scope.PROBES,
      "probe domain target"),
  PROBE_LAST_RUN(
      Type.GAUGE,
      "lyncwatch_probe_last_run_timestamp_seconds",
      "When the last run ended, whatever its outcome.",
      Scope.PROBES,
      "probe domain target"),
  PROBE_LAST_SUCCESS(
      Type.GAUGE,
      "lyncwatch_probe_last_success_timestamp_seconds",
      "When the last successful run ended; absent if there was none since the agent started.",
      Scope.PROBES,
      "probe domain target"),
  PROBE_RUNS(
      Type.COUNTER,
      "lyncwatch_probe_runs_total",
      "Runs by their result: success, failure, skipped, unknown.",
      Scope.PROBES,
      "probe domain target result"),
  STAGE_SUCCESS(
      Type.GAUGE,
      "lyncwatch_stage_success",
      "Whether the last run could go on from a stage each time that it passed it; absent for stages"
          + " that it did not come to.",
      Scope.PROBES,
      "probe domain target stage"),
  STAGE_SECONDS(
      Type.GAUGE,
      "lyncwatch_stage_seconds",
      "How long the last run spent in a stage, all passages together.",
      Scope.PROBES,
      "probe domain target stage"),
  STAGE_DURATION(
      Type.HISTOGRAM,
      "lyncwatch_stage_duration_seconds",
      "How long runs spend in a stage, all passages of one run together.",
      Scope.PROBES,
      "probe stage"),
  FINDING(
      Type.GAUGE,
      "lyncwatch_finding",
      "1 while a finding holds, by the last run; the reason names the runbook.",
      Scope.PROBES,
      "probe domain target stage reason role severity"),
  CHANGES(
      Type.COUNTER,
      "lyncwatch_changes_total",
      "What is no longer as earlier runs showed it, by kind: certificate of an endpoint, home_pool"
          + " of an account, addresses of a name at a resolver, nodes that answer at an entry"
          + " point.",
      Scope.PROBES,
      "kind"),
  DNS_SUCCESS(
      Type.GAUGE,
      "lyncwatch_dns_success",
      "Whether a resolver says of a name what it should in its view; where no record is expected, 1"
          + " if it says that there is none.",
      Scope.PROBES,
      "domain record name resolver"),
  DNS_RESOLVED(
      Type.GAUGE,
      "lyncwatch_dns_resolved",
      "Whether a resolver gave any address for a name.",
      Scope.PROBES,
      "domain record name resolver"),
  DNS_ADDRESSES(
      Type.GAUGE,
      "lyncwatch_dns_addresses",
      "How many addresses a resolver gave for a name; absent if it did not answer.",
      Scope.PROBES,
      "domain record name resolver type"),
  DNS_TTL(
      Type.GAUGE,
      "lyncwatch_dns_ttl_seconds",
      "Smallest time to live in the answer of a resolver.",
      Scope.PROBES,
      "domain record name resolver type"),
  DNS_RCODE(
      Type.GAUGE,
      "lyncwatch_dns_rcode",
      "Response code of RFC 1035: 0 no error, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED; absent if no"
          + " answer came.",
      Scope.PROBES,
      "domain record name resolver type"),
  DNS_LOOKUP_SECONDS(
      Type.GAUGE,
      "lyncwatch_dns_lookup_seconds",
      "How long the last question took, with retransmissions, until an answer came or was given"
          + " up.",
      Scope.PROBES,
      "domain record name resolver type"),
  DNS_AGREEMENT(
      Type.GAUGE,
      "lyncwatch_dns_agreement",
      "Whether the resolvers of a view that answered gave the same addresses for a name; absent if"
          + " fewer than two answered.",
      Scope.PROBES,
      "domain record name"),
  DNS_LOOKUP_DURATION(
      Type.HISTOGRAM,
      "lyncwatch_dns_lookup_duration_seconds",
      "How long questions to a resolver take, with retransmissions.",
      Scope.PROBES,
      "resolver"),
  DNS_RETRANSMITS(
      Type.COUNTER,
      "lyncwatch_dns_retransmits_total",
      "Questions that had to be sent again over UDP.",
      Scope.PROBES,
      "resolver"),
  ENTRY_SUCCESS(
      Type.GAUGE,
      "lyncwatch_entry_success",
      "Whether an entry point led to the service over this scheme at every address.",
      Scope.PROBES,
      "domain record scheme"),
  ENTRY_USABLE(
      Type.GAUGE,
      "lyncwatch_entry_usable",
      "Whether an entry point led to the service over this scheme at one address at least.",
      Scope.PROBES,
      "domain record scheme"),
  ENTRY_STATUS(
      Type.GAUGE,
      "lyncwatch_entry_http_status_code",
      "HTTP status of the last address of an entry point that gave an answer.",
      Scope.PROBES,
      "domain record scheme"),
  ENTRY_PHASE(
      Type.GAUGE,
      "lyncwatch_entry_phase_seconds",
      "How long a phase of the exchange took at the slowest address; absent for phases that were"
          + " not reached.",
      Scope.PROBES,
      "domain record scheme phase"),
  SIGN_IN_REDIRECTS(
      Type.GAUGE,
      "lyncwatch_sign_in_redirects",
      "How many redirects the last walk followed.",
      Scope.PROBES,
      "domain account"),
  CLOCK_SKEW(
      Type.GAUGE,
      "lyncwatch_clock_skew_seconds",
      "The server's clock minus the agent's, in the last walk: by the Date of its last answer, or"
          + " by the times of a new ticket if these are further off.",
      Scope.PROBES,
      "domain account"),
  ACCOUNT_GUARDED(
      Type.GAUGE,
      "lyncwatch_account_guarded",
      "Whether the account's secret is held back because it was rejected.",
      Scope.PROBES,
      "domain account"),
  PASSWORD_EXPIRES(
      Type.GAUGE,
      "lyncwatch_password_expires_timestamp_seconds",
      "When the account's password ends, as the configuration says: the beginning of that day by"
          + " UTC.",
      Scope.PROBES,
      "domain account"),
  FAILOVER(
      Type.GAUGE,
      "lyncwatch_failover",
      "Whether some service could be used by the other set of URLs only in the last walk.",
      Scope.PROBES,
      "domain account"),
  SIGNED_IN_SUCCESS(
      Type.GAUGE,
      "lyncwatch_signed_in_success",
      "Whether phones that signed in before reach their services, also while new sign-ins fail.",
      Scope.PROBES,
      "domain account"),
  HOME_POOL(
      Type.INFO,
      "lyncwatch_home_pool_info",
      "The home pool that the last walk of an account came to.",
      Scope.PROBES,
      "domain account pool access_location"),
  SERVICE_SUCCESS(
      Type.GAUGE,
      "lyncwatch_service_success",
      "Whether a service of the home pool answered as it should in the last walk.",
      Scope.PROBES,
      "domain account service side"),
  CERTIFICATE_NOT_AFTER(
      Type.GAUGE,
      "lyncwatch_certificate_not_after_timestamp_seconds",
      "End of validity: the earliest of the certificates in this position, over all addresses; an"
          + " address that presents nothing counts with what it presented last.",
      Scope.PROBES,
      "endpoint position"),
  CERTIFICATE_NOT_BEFORE(
      Type.GAUGE,
      "lyncwatch_certificate_not_before_timestamp_seconds",
      "Begin of validity: the latest of the certificates in this position, over all addresses,"
          + " likewise.",
      Scope.PROBES,
      "endpoint position"),
  CERTIFICATE_SERVED_NOT_AFTER(
      Type.GAUGE,
      "lyncwatch_certificate_served_not_after_timestamp_seconds",
      "End of validity: the earliest of all certificates that are sent, in whatever position and"
          + " whether or not a client needs them, over all addresses, likewise.",
      Scope.PROBES,
      "endpoint"),
  CERTIFICATE_CHAIN_NOT_AFTER(
      Type.GAUGE,
      "lyncwatch_certificate_chain_not_after_timestamp_seconds",
      "End of the best verified chain, the earliest over all addresses, likewise; absent if none is"
          + " verified.",
      Scope.PROBES,
      "endpoint"),
  LEAF_NOT_AFTER(
      Type.GAUGE,
      "lyncwatch_leaf_not_after_timestamp_seconds",
      "When a server's certificate can no longer be used: its end of validity, or that of the best"
          + " verified chain if that comes first; one row for a certificate, however many endpoints"
          + " present it. lyncwatch_certificate_info has these by the same sha256.",
      Scope.PROBES,
      "subject sha256"),
  LEAF_NOT_BEFORE(
      Type.GAUGE,
      "lyncwatch_leaf_not_before_timestamp_seconds",
      "Begin of validity of a server's certificate; one row for a certificate, however many"
          + " endpoints present it.",
      Scope.PROBES,
      "subject sha256"),
  CERTIFICATE_CHECK(
      Type.GAUGE,
      "lyncwatch_certificate_check",
      "Whether what an endpoint presents passes a check at every address: trust, hostname,"
          + " validity, chain (sent whole; absent where that cannot be told), trust_public (by the"
          + " roots that phones come with), self_signed (0 if it is), strength (of keys and"
          + " signatures), usage (as a server), order.",
      Scope.PROBES,
      "endpoint check"),
  CERTIFICATE_REVOCATION(
      Type.GAUGE,
      "lyncwatch_certificate_revocation",
      "1 for what is known of the revocation of what an endpoint presents, 0 for the other two:"
          + " good, revoked, unknown; the worst over its certificates and addresses.",
      Scope.PROBES,
      "endpoint status"),
  CERTIFICATE_SAN_COVERED(
      Type.GAUGE,
      "lyncwatch_certificate_san_covered",
      "Whether the certificate covers a name that clients of this SIP domain ask the endpoint for;"
          + " the domain is empty for names outside of all of them.",
      Scope.PROBES,
      "domain endpoint name"),
  CERTIFICATE(
      Type.INFO,
      "lyncwatch_certificate_info",
      "The certificates that an endpoint presents, or presented last.",
      Scope.PROBES,
      "endpoint position subject issuer serial sha256"),
  ENDPOINT(
      Type.INFO,
      "lyncwatch_endpoint_info",
      "Which SIP domain needs an endpoint, and as what; the domain is empty where none is known"
          + " to.",
      Scope.PROBES,
      "endpoint domain role"),
  TLS(
      Type.INFO,
      "lyncwatch_tls_info",
      "The TLS version and cipher that an endpoint agreed to.",
      Scope.PROBES,
      "endpoint version cipher"),
  TLS_ACCEPTED(
      Type.INFO,
      "lyncwatch_tls_accepted_info",
      "The lowest and the highest TLS version that an endpoint accepts, and the weak kinds of"
          + " ciphers (none, or some of static_rsa, triple_des, rc4, export, anonymous,"
          + " unencrypted), as of its last asking, which is once a day.",
      Scope.PROBES,
      "endpoint lowest highest weak"),
  SELF_CONNECTED(
      Type.GAUGE,
      "lyncwatch_self_connected",
      "Whether anything in a view answers this agent; 0 if its resolvers and everything that it"
          + " reached before are silent, and then the runs in that view are unknown.",
      Scope.PROBES,
      ""),
  BUILD(
      Type.INFO,
      "lyncwatch_build_info",
      "The version of the agent and of the Java that it runs on.",
      Scope.AGENT,
      "version java_version"),
  SCHEDULE_LAG(
      Type.HISTOGRAM,
      "lyncwatch_schedule_lag_seconds",
      "How much later than due runs begin.",
      Scope.AGENT,
      ""),
  SCHEDULE_MISFIRES(
      Type.COUNTER,
      "lyncwatch_schedule_misfires_total",
      "Firings left out because no run could begin in time.",
      Scope.AGENT,
      ""),
  PROBES_IN_FLIGHT(
      Type.GAUGE, "lyncwatch_probes_in_flight", "Runs that are under way now.", Scope.AGENT, "");

  private final Type type;
  private final String family;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // List.copyOf, of strings
  private final List<String> labels;

  MetricCatalogue(Type type, String family, String help, Scope scope, String labels) {
    this.type = type;
    this.family = family;
    this.help = help;
    this.labels =
        (scope.labels + labels).isEmpty()
            ? List.of()
            : List.of((scope.labels + labels).strip().split(" ", -1));
  }

  /** What it is to Prometheus. */
  public Type type() {
    return type;
  }

  /** The name of the family as Prometheus shows it, with {@code _total} and {@code _info}. */
  public String family() {
    return family;
  }

  /** One sentence on what it says. */
  public String help() {
    return help;
  }

  /** Its labels, the same on every row. */
  public List<String> labels() {
    return labels;
  }

  /** The whole list, as users read it: name, type and labels in a line, and the help below. */
  public static String asText() {
    return Arrays.stream(values()).map(MetricCatalogue::entry).collect(Collectors.joining("\n"));
  }

  private String entry() {
    String braces = labels.isEmpty() ? "" : "{" + String.join(", ", labels) + "}";
    return family + braces + " " + type.label() + "\n    " + help + "\n";
  }

  /** The types of family in use. */
  public enum Type {
    /** A value that holds now. */
    GAUGE,
    /** Only grows. */
    COUNTER,
    /** Counts by size. */
    HISTOGRAM,
    /** Always 1; its labels are what it says. */
    INFO;

    /** The word in OpenMetrics. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a family is about, which decides whether it carries where it was seen from. */
  private enum Scope {
    PROBES("vantage view "),
    AGENT("");

    private final String labels;

    Scope(String labels) {
      this.labels = labels;
    }
  }
}
