package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.certificates.UserCertificates;
import io.lyncwatch.lab.web.Channel;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.util.Optional;

/**
 * Client certificates as IIS maps them to accounts. Who comes through a proxy that ends TLS has
 * none: what he presented there, if anything, does not get here.
 */
record CertificateSignIn(String serverFqdn, Accounts accounts, UserCertificates certificates) {
  SignIn attempt(Request request) {
    Optional<String> address =
        request.channel().map(Channel::presented).flatMap(certificates::address);
    return address.map(this::mapped).orElseGet(() -> new SignIn.Refused(Pages.FORBIDDEN));
  }

  private SignIn mapped(String address) {
    Reply nobody = Faults.noValidCertificate(serverFqdn);
    return accounts
        .at(address)
        .<SignIn>map(user -> new SignIn.Accepted(user, Optional.empty()))
        .orElseGet(() -> new SignIn.Refused(nobody));
  }
}
