package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.ticket.TokenRequest;
import java.util.List;
import java.util.Optional;

/** A way to a bearer token of the deployment that it offers and the account can use. */
sealed interface TokenWay {
  /** What is chosen, and why, for people. */
  default String chosen() {
    return switch (this) {
      case Kerberos _ ->
          "Kerberos: the account can use it, and the service offers the windows grant";
      case Password _ -> "user name and password: the service offers the password grant";
      case Ntlm _ -> "NTLM: the service offers the windows grant";
    };
  }

  record Kerberos(KerberosSettings settings) implements TokenWay {}

  record Password() implements TokenWay {}

  record Ntlm() implements TokenWay {}

  /** All of them, the best first. */
  static List<TokenWay> of(SignIn signIn, OAuthOffer offer) {
    boolean windows = offer.grants().contains(TokenRequest.WINDOWS_GRANT);
    boolean users = !signIn.means().byProgram() && !signIn.means().byKeytab();
    Optional<TokenWay> kerberos = signIn.means().kerberos().filter(_ -> windows).map(Kerberos::new);
    Optional<TokenWay> ntlm = Optional.<TokenWay>of(new Ntlm()).filter(_ -> windows && users);
    Optional<TokenWay> password =
        Optional.<TokenWay>of(new Password()).filter(_ -> offer.takes(TokenRequest.GRANT) && users);
    List<Optional<TokenWay>> fitting =
        switch (signIn.method()) {
          case AUTO -> List.of(kerberos, ntlm, password);
          case OAUTH -> List.of(password, ntlm);
          case KERBEROS -> List.of(kerberos);
          case NTLM -> List.of(ntlm);
          case PASSWORD, CERTIFICATE -> List.of();
        };
    return fitting.stream().flatMap(Optional::stream).toList();
  }
}
