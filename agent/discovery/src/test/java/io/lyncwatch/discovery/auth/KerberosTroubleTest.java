package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.KerberosAnswer.Obstacle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import javax.security.sasl.SaslException;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of Java's Kerberos as they were seen, with servers of MIT and by their codes. */
class KerberosTroubleTest {
  @ParameterizedTest
  @CsvSource({
    "Pre-authentication information was invalid (24) - PREAUTH_FAILED, REJECTED",
    "Integrity check on decrypted field failed (31) - PREAUTH_FAILED, REJECTED",
    "Checksum failed, REJECTED",
    "Client not found in Kerberos database (6) - CLIENT_NOT_FOUND, CLIENT_UNKNOWN",
    "Clients credentials have been revoked (18) - CLIENT LOCKED OUT, CLIENT_BLOCKED",
    "Client's entry in database expired (1) - CLIENT EXPIRED, CLIENT_BLOCKED",
    "Password has expired - change password to reset (23) - CLIENT KEY EXPIRED, PASSWORD_EXPIRED",
    "Clock skew too great (37), CLOCK_SKEW",
    "Unable to obtain password from user, KEYTAB_UNUSABLE",
    "Cannot locate KDC for NOWHERE.EXAMPLE, SILENT",
    "Cannot get kdc for realm NOWHERE.EXAMPLE, SILENT",
    "Identifier doesn't match expected value (906), SILENT",
    "KDC policy rejects request (12), LOGIN_FAILED",
    "something new, LOGIN_FAILED"
  })
  void what_a_realm_says_of_an_account_is_told_apart(String message, Obstacle obstacle) {
    assertThat(KerberosTrouble.atLogin(new LoginException(message)).obstacle()).isEqualTo(obstacle);
  }

  /** A server took the connection before, so that what was sent may have arrived. */
  @ParameterizedTest
  @MethodSource("silences")
  void a_network_that_fails_leaves_no_verdict_on_an_account_that_was_not_let_in(IOException cause) {
    LoginException login = new LoginException(cause.getMessage());
    login.initCause(cause);

    assertThat(KerberosTrouble.atLogin(login).obstacle()).isEqualTo(Obstacle.SILENT);
    assertThat(KerberosTrouble.atTicket(new SaslException("GSS initiate failed", cause)).obstacle())
        .isEqualTo(Obstacle.NO_TICKET);
  }

  static Stream<IOException> silences() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new NoRouteToHostException("No route to host"),
        new UnknownHostException("dc1.example"),
        new SocketTimeoutException("Connect timed out"),
        new SocketTimeoutException("Read timed out"),
        new IOException("Cannot get a KDC reply"));
  }

  @ParameterizedTest
  @CsvSource({
    "Server not found in Kerberos database (7) - LOOKING_UP_SERVER, SERVICE_UNKNOWN",
    "No service creds, SERVICE_UNKNOWN",
    "Clock skew too great (37), CLOCK_SKEW",
    "KDC has no support for encryption type (14), NO_TICKET"
  })
  void what_a_realm_says_of_a_service_is_told_apart(String message, Obstacle obstacle) {
    GSSException gss = new GSSException(GSSException.NO_CRED);
    gss.initCause(new Exception(message));
    KerberosAnswer.Refused refused =
        KerberosTrouble.atTicket(new SaslException("GSS initiate failed", gss));

    assertThat(refused).isEqualTo(new KerberosAnswer.Refused(obstacle, message));
  }

  @Test
  void a_name_without_an_address_is_named() {
    LoginException login = new LoginException("dc1.example");
    login.initCause(new UnknownHostException("dc1.example"));

    assertThat(KerberosTrouble.atLogin(login).why())
        .isEqualTo("no address is known of dc1.example");
  }
}
