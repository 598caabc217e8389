package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.auth.KerberosAnswer.Obstacle;
import io.lyncwatch.discovery.auth.KerberosAnswer.Refused;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.sasl.SaslException;
import org.ietf.jgss.GSSException;

/**
 * Why Java's Kerberos gave no ticket. Its own exceptions are not for others to see, so the error
 * code of the realm (RFC 4120, section 7.5.9) is read out of their messages.
 */
final class KerberosTrouble {
  private static final Pattern CODE = Pattern.compile("\\((\\d{1,3})\\)");
  private static final Pattern NO_SERVER = Pattern.compile("(?is)cannot (?:locate|get) kdc .*");
  private static final String NO_KEY = "Unable to obtain password";
  private static final String NO_WAY = "No service creds";

  /** From here on Java's own: what came is no Kerberos. */
  private static final int MALFORMED = 900;

  private KerberosTrouble() {}

  /** What went wrong when the account signed in at its realm. */
  static Refused atLogin(Exception e) {
    String why = why(e);
    return why.startsWith(NO_KEY)
        ? new Refused(Obstacle.KEYTAB_UNUSABLE, "it cannot be read or has no key of the account")
        : new Refused(isNetwork(e) ? Obstacle.SILENT : ofLogin(code(why), why), why);
  }

  private static Obstacle ofLogin(int code, String why) {
    return switch (code) {
      case 1, 18 -> Obstacle.CLIENT_BLOCKED;
      case 6 -> Obstacle.CLIENT_UNKNOWN;
      case 23 -> Obstacle.PASSWORD_EXPIRED;
      case 24, 31 -> Obstacle.REJECTED;
      case 37 -> Obstacle.CLOCK_SKEW;
      default ->
          code >= MALFORMED
              ? Obstacle.SILENT
              : why.contains("Checksum failed") ? Obstacle.REJECTED : Obstacle.LOGIN_FAILED;
    };
  }

  /** What went wrong when the account, signed in, asked for the ticket to a service. */
  static Refused atTicket(Exception e) {
    String why = why(e);
    return new Refused(isNetwork(e) ? Obstacle.NO_TICKET : ofTicket(code(why), why), why);
  }

  private static Obstacle ofTicket(int code, String why) {
    return switch (code) {
      case 7 -> Obstacle.SERVICE_UNKNOWN;
      case 37 -> Obstacle.CLOCK_SKEW;
      default -> why.startsWith(NO_WAY) ? Obstacle.SERVICE_UNKNOWN : Obstacle.NO_TICKET;
    };
  }

  /** Whether the server of the realm said nothing; what was sent to it may have arrived. */
  private static boolean isNetwork(Exception e) {
    return chain(e)
        .anyMatch(cause ->
            (cause instanceof IOException && !(cause instanceof SaslException))
                || NO_SERVER.matcher(String.valueOf(cause.getMessage())).matches());
  }

  /** What the one who knows says of it. */
  private static String why(Exception e) {
    return chain(e)
        .filter(cause ->
            !(cause instanceof SaslException
                || cause instanceof GSSException
                || cause instanceof CompletionException))
        .map(cause ->
            cause.getCause() instanceof UnknownHostException unknown
                ? "no address is known of " + unknown.getMessage()
                : String.valueOf(cause.getMessage()).strip())
        .findFirst()
        .orElse("no reason given");
  }

  private static int code(String why) {
    Matcher code = CODE.matcher(why);
    return code.find() ? Integer.parseInt(code.group(1)) : 0;
  }

  private static Stream<Throwable> chain(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
