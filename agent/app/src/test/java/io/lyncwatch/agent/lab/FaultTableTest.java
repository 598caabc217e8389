package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each fault of the lab gives the findings that it should, where it should, with the severity and
 * role that it should, and no others.
 */
class FaultTableTest {
  private static final String[] STALE_CERTIFICATE = {
    "entry internal lyncdiscoverinternal | root tls_expired error primary |"
        + " pool01.corp.contoso.example:443",
    "entry internal lyncdiscoverinternal | root https_broken_http_works warning consequence |"
        + " lyncdiscoverinternal.contoso.example",
    "certificate internal lyncdiscoverinternal.contoso.example:443 | capture tls_expired error"
        + " primary | lyncdiscoverinternal.contoso.example:443",
    "certificate internal pool01.corp.contoso.example:443 | capture tls_expired error primary |"
        + " pool01.corp.contoso.example:443"
  };

  /** Of a certificate of nobody's authority where clients begin. */
  private static final String[] UNTRUSTED_AT_THE_RECORD = {
    "entry internal lyncdiscover | root tls_untrusted warning primary |"
        + " lyncdiscover.contoso.example:443",
    "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
        + " lyncdiscover.contoso.example",
    "certificate internal lyncdiscover.contoso.example:443 | capture tls_untrusted error"
        + " primary | lyncdiscover.contoso.example:443",
    "entry external lyncdiscover | root tls_untrusted warning primary |"
        + " lyncdiscover.contoso.example:443",
    "entry external lyncdiscover | root https_broken_http_works warning consequence |"
        + " lyncdiscover.contoso.example",
    "certificate external lyncdiscover.contoso.example:443 | capture tls_untrusted error"
        + " primary | lyncdiscover.contoso.example:443",
    "sign_in external alice | root tls_untrusted warning primary |"
        + " lyncdiscover.contoso.example:443",
    "sign_in external alice | root https_broken_http_works warning consequence |"
        + " lyncdiscover.contoso.example"
  };

  /** A fault, and the lines of {@link Survey} that it must give. */
  static final List<Arguments> TABLE =
      List.of(
          fault(
              "records-missing",
              "dns internal internal | resolve dns_nxdomain error primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry internal lyncdiscoverinternal | resolve dns_nxdomain error primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "certificate internal lyncdiscoverinternal.contoso.example:443 | capture"
                  + " dns_nxdomain error primary | lyncdiscoverinternal.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture dns_nxdomain error"
                  + " primary | lyncdiscover.contoso.example",
              "sign_in internal alice | resolve dns_nxdomain error primary |"
                  + " lyncdiscoverinternal.contoso.example, lyncdiscover.contoso.example",
              "dns external external | resolve dns_nxdomain error primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | resolve dns_nxdomain error primary |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture dns_nxdomain error"
                  + " primary | lyncdiscover.contoso.example",
              "sign_in external alice | resolve dns_nxdomain error primary |"
                  + " lyncdiscover.contoso.example"),
          fault(
              "internal-record-leaked",
              "dns external external | resolve dns_internal_record_leaked warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in external alice | resolve dns_internal_record_leaked warning primary |"
                  + " lyncdiscoverinternal.contoso.example"),
          fault(
              "resolver-dead=internal",
              "dns internal internal | resolve dns_timeout error primary |"
                  + " lyncdiscoverinternal.contoso.example, lyncdiscover.contoso.example,"
                  + " dir01.corp.contoso.example, pool01.corp.contoso.example,"
                  + " dirweb.contoso.example, webpool01.contoso.example",
              "entry internal lyncdiscoverinternal | resolve dns_timeout error primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "certificate internal lyncdiscoverinternal.contoso.example:443 | capture dns_timeout"
                  + " error primary | lyncdiscoverinternal.contoso.example",
              "certificate internal pool01.corp.contoso.example:443 | capture dns_timeout error"
                  + " primary | pool01.corp.contoso.example",
              "entry internal lyncdiscover | resolve dns_timeout error primary |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture dns_timeout error"
                  + " primary | lyncdiscover.contoso.example",
              "sign_in internal alice | resolve dns_timeout error primary |"
                  + " lyncdiscoverinternal.contoso.example, lyncdiscover.contoso.example"),
          fault(
              "split-dns-hole",
              "dns internal internal | resolve dns_nxdomain error primary | dirweb.contoso.example,"
                  + " webpool01.contoso.example",
              "entry internal lyncdiscover | domain dns_nxdomain warning primary |"
                  + " dirweb.contoso.example",
              "entry internal lyncdiscover | challenge dns_nxdomain error primary |"
                  + " dirweb.contoso.example",
              "sign_in internal alice | services dns_nxdomain error primary |"
                  + " webpool01.contoso.example",
              "sign_in internal alice | services service_unreachable error consequence | mcx,"
                  + " ucwa, meet, dialin, abs, groupexpansion"),
          fault(
              "san-missing",
              "entry internal lyncdiscover | root tls_name_mismatch warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root tls_name_mismatch warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root tls_name_mismatch warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          fault(
              "intermediate-missing",
              "entry internal lyncdiscover | root tls_chain_incomplete warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_chain_incomplete"
                  + " error primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root tls_chain_incomplete warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_chain_incomplete"
                  + " error primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root tls_chain_incomplete warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          fault(
              "certificate-expired",
              "entry internal lyncdiscover | root tls_expired warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_expired error"
                  + " primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root tls_expired warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_expired error"
                  + " primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root tls_expired warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          fault(
              "certificate-expiring",
              "entry internal lyncdiscover | root tls_expiring warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_expiring warning"
                  + " primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root tls_expiring warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_expiring warning"
                  + " primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root tls_expiring warning primary |"
                  + " lyncdiscover.contoso.example:443"),
          fault(
              "certificate-not-yet-valid",
              "entry internal lyncdiscover | root tls_not_yet_valid warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_not_yet_valid"
                  + " error primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root tls_not_yet_valid warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_not_yet_valid"
                  + " error primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root tls_not_yet_valid warning primary |"
                  + " lyncdiscover.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          fault("certificate-self-signed", UNTRUSTED_AT_THE_RECORD),
          fault("certificate-untrusted", UNTRUSTED_AT_THE_RECORD),
          fault(
              "certificate-weak",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_weak warning"
                  + " primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_weak warning"
                  + " primary | lyncdiscover.contoso.example:443"),
          fault(
              "certificate-weak=sha-1",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_weak warning"
                  + " primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_weak warning"
                  + " primary | lyncdiscover.contoso.example:443"),
          fault(
              "certificate-weak=curve",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_weak warning"
                  + " primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_weak warning"
                  + " primary | lyncdiscover.contoso.example:443"),
          fault(
              "certificate-for-clients",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_usage_wrong"
                  + " error primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_usage_wrong"
                  + " error primary | lyncdiscover.contoso.example:443"),
          fault(
              "chain-disordered",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_chain_disordered"
                  + " warning primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_chain_disordered"
                  + " warning primary | lyncdiscover.contoso.example:443"),
          fault(
              "certificate-of-another-site",
              "entry internal lyncdiscover | root tls_name_mismatch error primary |"
                  + " dirweb.contoso.example:443",
              "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root tls_name_mismatch error primary |"
                  + " dirweb.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root tls_name_mismatch error primary |"
                  + " dirweb.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          // One label before the domain is what a wildcard stands for.
          fault("certificate-wildcard"),
          // Large, and nothing else.
          fault("certificate-crowded"),
          fault(
              "certificate-without-name",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_sni_needed info"
                  + " primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_sni_needed info"
                  + " primary | lyncdiscover.contoso.example:443"),
          fault(
              "pool-down",
              "certificate internal pool01.corp.contoso.example:443 | capture tcp_refused error"
                  + " primary | pool01.corp.contoso.example:443",
              "sign_in internal alice | root tcp_refused error primary |"
                  + " pool01.corp.contoso.example:443",
              "sign_in external alice | root tcp_refused error primary |"
                  + " webpool01.contoso.example:443"),
          fault(
              "redirect-loop",
              "sign_in internal alice | root redirect_loop error primary |"
                  + " https://pool01.corp.contoso.example/Autodiscover/AutodiscoverService.svc/root",
              "sign_in external alice | root redirect_loop error primary |"
                  + " https://webpool01.contoso.example/Autodiscover/AutodiscoverService.svc/root"),
          fault(
              "rewrite-missing",
              "entry internal lyncdiscoverinternal | root root_rewrite_missing error primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry internal lyncdiscoverinternal | root http_status error consequence |"
                  + " https://lyncdiscoverinternal.contoso.example/,"
                  + " http://lyncdiscoverinternal.contoso.example/",
              "entry internal lyncdiscover | root root_rewrite_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "entry internal lyncdiscover | root http_status error consequence |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | root root_rewrite_missing error primary |"
                  + " lyncdiscoverinternal.contoso.example, lyncdiscover.contoso.example",
              "sign_in internal alice | root http_status error consequence |"
                  + " https://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "entry external lyncdiscover | root root_rewrite_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | root http_status error consequence |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root root_rewrite_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "sign_in external alice | root http_status error consequence |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "rewrite-missing=start-page",
              "entry internal lyncdiscoverinternal | root root_rewrite_missing error primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry internal lyncdiscoverinternal | root http_not_lync error consequence |"
                  + " https://lyncdiscoverinternal.contoso.example/,"
                  + " http://lyncdiscoverinternal.contoso.example/",
              "entry internal lyncdiscover | root root_rewrite_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "entry internal lyncdiscover | root http_not_lync error consequence |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | root root_rewrite_missing error primary |"
                  + " lyncdiscoverinternal.contoso.example, lyncdiscover.contoso.example",
              "sign_in internal alice | root http_not_lync error consequence |"
                  + " https://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "entry external lyncdiscover | root root_rewrite_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | root http_not_lync error consequence |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root root_rewrite_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "sign_in external alice | root http_not_lync error consequence |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "ssl-required",
              "entry internal lyncdiscoverinternal | root ssl_required info primary |"
                  + " http://lyncdiscoverinternal.contoso.example/",
              "entry internal lyncdiscover | root ssl_required info primary |"
                  + " http://lyncdiscover.contoso.example/",
              "sign_in internal alice | root ssl_required info primary |"
                  + " http://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example",
              "entry external lyncdiscover | root ssl_required info primary |"
                  + " http://lyncdiscover.contoso.example/",
              "sign_in external alice | root ssl_required info primary |"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "autodiscover-missing",
              "entry internal lyncdiscoverinternal | root autodiscover_missing error primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry internal lyncdiscoverinternal | root http_status error consequence |"
                  + " https://lyncdiscoverinternal.contoso.example/,"
                  + " http://lyncdiscoverinternal.contoso.example/",
              "entry internal lyncdiscover | root autodiscover_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "entry internal lyncdiscover | root http_status error consequence |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | root autodiscover_missing error primary |"
                  + " lyncdiscoverinternal.contoso.example, lyncdiscover.contoso.example",
              "sign_in internal alice | root http_status error consequence |"
                  + " https://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "entry external lyncdiscover | root autodiscover_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | root http_status error consequence |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root autodiscover_missing error primary |"
                  + " lyncdiscover.contoso.example",
              "sign_in external alice | root http_status error consequence |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "application-stopped",
              "entry internal lyncdiscoverinternal | root application_stopped error primary |"
                  + " https://lyncdiscoverinternal.contoso.example/,"
                  + " http://lyncdiscoverinternal.contoso.example/",
              "entry internal lyncdiscover | root application_stopped error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | root application_stopped error primary |"
                  + " https://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "entry external lyncdiscover | root application_stopped error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root application_stopped error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "application-damaged",
              "entry internal lyncdiscoverinternal | root application_damaged error primary |"
                  + " https://lyncdiscoverinternal.contoso.example/,"
                  + " http://lyncdiscoverinternal.contoso.example/",
              "entry internal lyncdiscover | root application_damaged error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | root application_damaged error primary |"
                  + " https://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscoverinternal.contoso.example/?sipuri=alice@contoso.example,"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "entry external lyncdiscover | root application_damaged error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root application_damaged error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "ticket-service-damaged",
              "entry internal lyncdiscoverinternal | metadata metadata_unavailable error primary |"
                  + " https://dir01.corp.contoso.example/WebTicket/WebTicketService.svc/mex",
              "entry internal lyncdiscover | metadata metadata_unavailable error primary |"
                  + " https://dirweb.contoso.example/WebTicket/WebTicketService.svc/mex",
              "sign_in internal alice | metadata metadata_unavailable error primary |"
                  + " https://dir01.corp.contoso.example/WebTicket/WebTicketService.svc/mex",
              "entry external lyncdiscover | metadata metadata_unavailable error primary |"
                  + " https://dirweb.contoso.example/WebTicket/WebTicketService.svc/mex",
              "sign_in external alice | metadata metadata_unavailable error primary |"
                  + " https://dirweb.contoso.example/WebTicket/WebTicketService.svc/mex"),
          fault(
              "bridged-to-443",
              "entry external lyncdiscover | root access_location_wrong error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "entry external lyncdiscover | domain dns_nxdomain warning consequence |"
                  + " dir01.corp.contoso.example",
              "entry external lyncdiscover | challenge dns_nxdomain error consequence |"
                  + " dir01.corp.contoso.example",
              "entry external lyncdiscover | challenge external_name_missing error consequence |"
                  + " dir01.corp.contoso.example",
              "sign_in external alice | root access_location_wrong error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "sign_in external alice | domain dns_nxdomain warning consequence |"
                  + " dir01.corp.contoso.example",
              "sign_in external alice | challenge dns_nxdomain error consequence |"
                  + " dir01.corp.contoso.example",
              "sign_in external alice | challenge external_name_missing error consequence |"
                  + " dir01.corp.contoso.example"),
          fault(
              "https-not-published",
              "entry internal lyncdiscover | root https_not_published error primary |"
                  + " lyncdiscover.contoso.example",
              "entry internal lyncdiscover | root tcp_refused error consequence |"
                  + " dirweb.contoso.example:443",
              "entry internal lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate internal lyncdiscover.contoso.example:443 | capture tcp_refused error"
                  + " primary | lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root https_not_published error primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | root tcp_refused error consequence |"
                  + " dirweb.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tcp_refused error"
                  + " primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root https_not_published error primary |"
                  + " lyncdiscover.contoso.example",
              "sign_in external alice | root tcp_refused error consequence |"
                  + " dirweb.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          fault(
              "preauthentication",
              "entry internal lyncdiscover | root preauthentication error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | services preauthentication error primary |"
                  + " https://webpool01.contoso.example/Mcx/McxService.svc,"
                  + " https://webpool01.contoso.example/ucwa/v1/applications",
              "sign_in internal alice | services service_unreachable error consequence | mcx,"
                  + " ucwa, meet, dialin, abs, groupexpansion",
              "entry external lyncdiscover | root preauthentication error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root preauthentication error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "preauthentication=challenge",
              "entry internal lyncdiscover | root preauthentication error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | services preauthentication error primary |"
                  + " https://webpool01.contoso.example/Mcx/McxService.svc,"
                  + " https://webpool01.contoso.example/ucwa/v1/applications",
              "sign_in internal alice | services service_unreachable error consequence | mcx,"
                  + " ucwa, meet, dialin, abs, groupexpansion",
              "entry external lyncdiscover | root preauthentication error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root preauthentication error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "backend-unreachable",
              "entry internal lyncdiscover | root backend_unreachable error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | services backend_unreachable error primary |"
                  + " https://webpool01.contoso.example/Mcx/McxService.svc,"
                  + " https://webpool01.contoso.example/ucwa/v1/applications",
              "sign_in internal alice | services service_unreachable error consequence | mcx,"
                  + " ucwa, meet, dialin, abs, groupexpansion",
              "entry external lyncdiscover | root backend_unreachable error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root backend_unreachable error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "backend-unreachable=wap",
              "entry internal lyncdiscover | root backend_unreachable error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in internal alice | services backend_unreachable error primary |"
                  + " https://webpool01.contoso.example/Mcx/McxService.svc,"
                  + " https://webpool01.contoso.example/ucwa/v1/applications",
              "sign_in internal alice | services service_unreachable error consequence | mcx,"
                  + " ucwa, meet, dialin, abs, groupexpansion",
              "entry external lyncdiscover | root backend_unreachable error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root backend_unreachable error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "wrong-application",
              "entry internal lyncdiscover | root wrong_application error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "entry external lyncdiscover | root wrong_application error primary |"
                  + " https://lyncdiscover.contoso.example/, http://lyncdiscover.contoso.example/",
              "sign_in external alice | root wrong_application error primary |"
                  + " https://lyncdiscover.contoso.example/?sipuri=alice@contoso.example,"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example"),
          fault(
              "connection-not-kept",
              "sign_in external alice | ticket auth_connection_not_kept error primary |"
                  + " dirweb.contoso.example:443"),
          fault(
              "parking-page",
              "entry external lyncdiscover | root http_not_lync error primary |"
                  + " http://lyncdiscover.contoso.example/",
              "entry external lyncdiscover | root tcp_refused error consequence |"
                  + " lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tcp_refused error"
                  + " primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | root http_not_lync error primary |"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "sign_in external alice | root tcp_refused error consequence |"
                  + " lyncdiscover.contoso.example:443"),
          fault(
              "captive-portal",
              "dns external external | resolve dns_wildcard warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "dns external external | resolve dns_internal_record_leaked warning consequence |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry external lyncdiscover | root captive_portal error primary |"
                  + " http://lyncdiscover.contoso.example/",
              "entry external lyncdiscover | root tls_name_mismatch error consequence |"
                  + " lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture"
                  + " tls_revocation_unknown warning primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | resolve dns_internal_record_leaked warning consequence |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in external alice | resolve dns_wildcard warning consequence |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in external alice | root captive_portal error primary |"
                  + " http://lyncdiscover.contoso.example/?sipuri=alice@contoso.example",
              "sign_in external alice | root tls_name_mismatch error consequence |"
                  + " lyncdiscover.contoso.example:443"),
          fault(
              "external-name-missing",
              "sign_in external alice | root external_name_missing error primary |"
                  + " pool01.corp.contoso.example",
              "sign_in external alice | root dns_nxdomain error consequence |"
                  + " pool01.corp.contoso.example"),
          fault(
              "mobility-inside",
              "sign_in internal alice | services mobility_inside warning primary |"
                  + " pool01.corp.contoso.example",
              "sign_in external alice | services mobility_inside error primary |"
                  + " pool01.corp.contoso.example",
              "sign_in external alice | services dns_nxdomain error consequence |"
                  + " pool01.corp.contoso.example",
              "sign_in external alice | services service_unreachable error consequence | mcx,"
                  + " ucwa"),
          // Users sign in with NTLM then.
          fault("spn-missing"),
          fault(
              "wildcard-record",
              "dns external external | resolve dns_wildcard warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "dns external external | resolve dns_internal_record_leaked warning consequence |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in external alice | resolve dns_wildcard warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in external alice | resolve dns_internal_record_leaked warning consequence |"
                  + " lyncdiscoverinternal.contoso.example"),
          fault(
              "cname-foreign",
              "dns external external | resolve dns_cname_foreign info primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | resolve dns_cname_foreign warning primary |"
                  + " lyncdiscover.contoso.example",
              "entry external lyncdiscover | root tls_name_mismatch warning consequence |"
                  + " lyncdiscover.contoso.example:443",
              "entry external lyncdiscover | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | lyncdiscover.contoso.example:443",
              "sign_in external alice | resolve dns_cname_foreign warning primary |"
                  + " lyncdiscover.contoso.example",
              "sign_in external alice | root tls_name_mismatch warning consequence |"
                  + " lyncdiscover.contoso.example:443",
              "sign_in external alice | root https_broken_http_works warning consequence |"
                  + " lyncdiscover.contoso.example"),
          fault(
              "resolver-stale",
              "entry internal lyncdiscoverinternal | resolve dns_propagating warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry internal lyncdiscoverinternal | resolve dns_resolvers_disagree warning"
                  + " consequence | lyncdiscoverinternal.contoso.example",
              "sign_in internal alice | resolve dns_propagating warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in internal alice | resolve dns_resolvers_disagree warning consequence |"
                  + " lyncdiscoverinternal.contoso.example"),
          fault(
              "secondary-stale",
              "entry internal lyncdiscoverinternal | resolve dns_authority_stale warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "entry internal lyncdiscoverinternal | resolve dns_resolvers_disagree warning"
                  + " consequence | lyncdiscoverinternal.contoso.example",
              "sign_in internal alice | resolve dns_authority_stale warning primary |"
                  + " lyncdiscoverinternal.contoso.example",
              "sign_in internal alice | resolve dns_resolvers_disagree warning consequence |"
                  + " lyncdiscoverinternal.contoso.example"),
          fault(
              "certificate-revoked",
              "certificate internal lyncdiscover.contoso.example:443 | capture tls_revoked error"
                  + " primary | lyncdiscover.contoso.example:443",
              "certificate external lyncdiscover.contoso.example:443 | capture tls_revoked error"
                  + " primary | lyncdiscover.contoso.example:443"),
          fault(
              "certificate-revoked=pool01.corp.contoso.example",
              "certificate internal pool01.corp.contoso.example:443 | capture tls_revoked error"
                  + " primary | pool01.corp.contoso.example:443"),
          fault("revocation-unreachable", everywhere("tls_revocation_unknown warning")),
          fault("crl-ending", everywhere("tls_crl_ending warning")),
          fault(
              "stray-address",
              "certificate internal pool01.corp.contoso.example:443 | capture tls_name_mismatch"
                  + " error primary | pool01.corp.contoso.example:443"),
          fault(
              "port-80-closed",
              "entry internal lyncdiscover | root tcp_refused info primary |"
                  + " lyncdiscover.contoso.example:80",
              "entry external lyncdiscover | root tcp_refused info primary |"
                  + " lyncdiscover.contoso.example:80",
              "sign_in external alice | root tcp_refused info primary |"
                  + " lyncdiscover.contoso.example:80"),
          fault(
              "publishing-path-missing",
              "sign_in internal alice | services http_not_lync warning primary |"
                  + " https://webpool01.contoso.example/meet,"
                  + " https://webpool01.contoso.example/dialin,"
                  + " https://webpool01.contoso.example/abs,"
                  + " https://webpool01.contoso.example/GroupExpansion/service.svc",
              "sign_in internal alice | services service_unreachable warning consequence | meet,"
                  + " dialin, abs, groupexpansion",
              "sign_in external alice | services http_not_lync warning primary |"
                  + " https://webpool01.contoso.example/meet,"
                  + " https://webpool01.contoso.example/dialin,"
                  + " https://webpool01.contoso.example/abs,"
                  + " https://webpool01.contoso.example/GroupExpansion/service.svc",
              "sign_in external alice | services service_unreachable warning consequence | meet,"
                  + " dialin, abs, groupexpansion"),
          fault(
              "publishing-path-missing=ucwa",
              "sign_in internal alice | services http_not_lync error primary |"
                  + " https://webpool01.contoso.example/ucwa/v1/applications",
              "sign_in internal alice | services service_unreachable error consequence | ucwa",
              "sign_in external alice | services http_not_lync error primary |"
                  + " https://webpool01.contoso.example/ucwa/v1/applications",
              "sign_in external alice | services service_unreachable error consequence | ucwa"));

  /** The same for a pool of two Front Ends, of which one may differ. */
  static final List<Arguments> POOL_TABLE =
      List.of(
          fault("stale-node", STALE_CERTIFICATE),
          fault("stale-node=certificate", STALE_CERTIFICATE),
          // Who knows no homes says so only to somebody who signs in there.
          fault("stale-node=replica"));

  /** Not among the others, for the lab's firewall drops connections on Linux only. */
  static final Arguments HAIRPIN_BLOCKED =
      fault(
          "hairpin-blocked",
          "entry internal lyncdiscover | root hairpin_blocked error primary |"
              + " lyncdiscover.contoso.example:443, lyncdiscover.contoso.example:80",
          "certificate internal lyncdiscover.contoso.example:443 | capture tcp_timeout error"
              + " primary | lyncdiscover.contoso.example:443",
          "sign_in internal alice | services hairpin_blocked error primary |"
              + " webpool01.contoso.example:443",
          "sign_in internal alice | services service_unreachable error consequence | mcx,"
              + " ucwa, meet, dialin, abs, groupexpansion");

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      disabledReason = "elsewhere a full queue refuses connections in the place of dropping them")
  void a_blocked_hairpin_is_told_by_what_gives_no_answer_inside() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("hairpin-blocked")))) {
      assertThat(Survey.of(lab)).isEqualTo(HAIRPIN_BLOCKED.get()[1]);
    }
  }

  @Test
  void a_user_whom_company_and_hoster_send_to_each_other_is_in_a_loop() throws IOException {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(TopologyKind.HYBRID)
            .withFault(Fault.parse("provider-wrong"));
    try (Lab lab = Lab.start(settings)) {
      assertThat(
              new Walker(lab, List.of("contoso.example", "online.example"))
                  .signIn(View.EXTERNAL, "erin@contoso.example")
                  .findings())
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .singleElement()
          .satisfies(loop -> {
            assertThat(loop.reason()).isEqualTo(Reason.REDIRECT_LOOP);
            assertThat(loop.cure()).contains("hosting provider");
          });
    }
  }

  @Test
  void a_pool_without_a_director_names_its_missing_external_name_itself() throws IOException {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(TopologyKind.POOL)
            .withFault(Fault.parse("external-name-missing"));
    try (Lab lab = Lab.start(settings)) {
      assertThat(new Walker(lab).signIn(View.EXTERNAL, "alice@contoso.example").causes())
          .extracting(Finding::reason)
          .containsExactly(Reason.EXTERNAL_NAME_MISSING);
    }
  }

  @Test
  void kerberos_misses_the_names_of_the_web_servers() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("spn-missing")))) {
      String address = "alice@contoso.example";
      KerberosSettings kerberos =
          new KerberosSettings(
              new Realm(
                  lab.realm().name(),
                  List.of(lab.kdc().getAddress().getHostAddress() + ":" + lab.kdc().getPort())),
              Optional.empty(),
              Optional.empty());
      assertThat(
              new Walker(lab)
                  .signIn(
                      View.INTERNAL,
                      address,
                      SignInMethod.KERBEROS,
                      lab.user(address).password(),
                      kerberos)
                  .findings())
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .extracting(Finding::reason)
          .containsExactly(Reason.AUTH_SERVICE_UNKNOWN);
    }
  }

  @Test
  void every_fault_has_its_row() {
    Stream<String> rows =
        Stream.of(TABLE, POOL_TABLE)
            .flatMap(List::stream)
            .map(row -> ((String) row.get()[0]).split("=", 2)[0]);
    Stream<String> tests = Stream.of("hairpin-blocked", "provider-wrong");
    assertThat(Stream.concat(rows, tests)).containsAll(Fault.names());
  }

  @Test
  void an_entry_whose_record_cannot_be_looked_up_fails_over_both_schemes() throws IOException {
    try (Lab lab =
        Lab.start(LabSettings.defaults().withFault(Fault.parse("resolver-dead=internal")))) {
      Report report =
          new Walker(lab).entry(View.INTERNAL, "contoso.example", DiscoveryRecord.LYNCDISCOVER);

      assertThat(((Facts.Entry) report.facts()).schemes())
          .extracting(Facts.SchemeResult::scheme, Facts.SchemeResult::success)
          .containsExactly(tuple("http", false), tuple("https", false));
    }
  }

  @Test
  void the_two_sides_declared_as_one_view_are_told_by_their_authoritative_servers()
      throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Report report =
          new Walker(lab, view -> List.of(lab.internalDns(), lab.externalDns()))
              .entry(View.INTERNAL, "contoso.example", DiscoveryRecord.LYNCDISCOVERINTERNAL);

      assertThat(report.findings())
          .extracting(Finding::reason)
          .contains(Reason.DNS_VIEWS_MIXED, Reason.DNS_RESOLVERS_DISAGREE);
    }
  }

  @Test
  void a_healthy_domain_costs_a_random_name_only_where_nothing_else_rules_a_wildcard_out()
      throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Walker walker = new Walker(lab);
      walker.dns(View.EXTERNAL, "contoso.example");
      assertThat(lab.journal().questions()).hasSize(4);

      walker.dns(View.INTERNAL, "contoso.example");
      assertThat(lab.journal().questions()).hasSize(4 + 5);
    }
  }

  /** Found of every certificate that is looked at. */
  private static String[] everywhere(String finding) {
    return Stream.of(
            "internal lyncdiscoverinternal.contoso.example:443",
            "internal pool01.corp.contoso.example:443",
            "internal lyncdiscover.contoso.example:443",
            "external lyncdiscover.contoso.example:443")
        .map(seen ->
            "certificate %s | capture %s primary | %s"
                .formatted(seen, finding, seen.substring(seen.indexOf(' ') + 1)))
        .toArray(String[]::new);
  }

  private static Arguments fault(String name, String... findings) {
    return Arguments.of(name, List.of(findings));
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("TABLE")
  void a_fault_gives_its_findings_and_no_others(String fault, List<String> findings)
      throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse(fault)))) {
      assertThat(Survey.of(lab)).containsExactlyElementsOf(findings);
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("POOL_TABLE")
  void a_fault_of_a_pool_of_several_gives_its_findings_and_no_others(
      String fault, List<String> findings) throws IOException {
    LabSettings settings =
        LabSettings.defaults().withTopology(TopologyKind.POOL).withFault(Fault.parse(fault));
    try (Lab lab = Lab.start(settings)) {
      assertThat(Survey.of(lab)).containsExactlyElementsOf(findings);
    }
  }
}
