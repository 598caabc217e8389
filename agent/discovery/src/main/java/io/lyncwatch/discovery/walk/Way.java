package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.ticket.TicketMetadata;
import io.lyncwatch.discovery.ticket.TicketPort;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A way to a web ticket that the service offers and the account can use. */
sealed interface Way {
  /** Where the ticket is asked for. */
  URI port();

  /** What is chosen, and why, for people. */
  default String chosen() {
    return switch (this) {
      case Kerberos _ -> "Kerberos: the account can use it, and the service offers Negotiate";
      case Ntlm _ -> "NTLM: the service offers Windows authentication";
      case Password _ -> "user name and password: the service offers that";
      case Certificate _ -> "client certificate: the service offers that";
    };
  }

  record Kerberos(URI port, KerberosSettings settings) implements Way {}

  record Ntlm(URI port) implements Way {}

  record Password(URI port) implements Way {}

  record Certificate(URI port) implements Way {}

  /** All of them, the best first. */
  static List<Way> of(SignIn signIn, TicketMetadata.Offered metadata) {
    Optional<URI> negotiate = port(metadata, TicketPort.WIN_NEGOTIATE);
    Optional<Way> kerberos =
        signIn
            .means()
            .kerberos()
            .flatMap(settings -> negotiate.map(port -> new Kerberos(port, settings)));
    Optional<Way> ntlm = negotiate.or(() -> port(metadata, TicketPort.WIN_NTLM)).map(Ntlm::new);
    Optional<Way> password = port(metadata, TicketPort.AUTH).map(Password::new);
    Optional<Way> certificate = port(metadata, TicketPort.CERT).map(Certificate::new);
    List<Optional<Way>> fitting =
        switch (signIn.method()) {
          case AUTO ->
              signIn.means().byKeytab() ? List.of(kerberos) : List.of(kerberos, ntlm, password);
          case KERBEROS -> List.of(kerberos);
          case NTLM -> List.of(ntlm);
          case PASSWORD -> List.of(password);
          case CERTIFICATE -> List.of(certificate);
          case OAUTH -> List.of();
        };
    return fitting.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<URI> port(TicketMetadata.Offered metadata, TicketPort port) {
    return metadata.location(port).map(URI::create);
  }
}
