package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.Standing;
import io.lyncwatch.lab.kerberos.Acceptor;
import io.lyncwatch.lab.web.Request;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Kerberos under {@code Negotiate}: one request, and an answer in which the server proves itself.
 */
record KerberosSignIn(Acceptor acceptor, Protection protection) {
  /**
   * Judges the ticket that comes with a client's first token.
   *
   * @param mechanism as the client calls it, of the two names that it has
   * @return empty if it proves nothing
   */
  Optional<SignIn> attempt(Request request, ASN1ObjectIdentifier mechanism, byte[] ticket) {
    return acceptor
        .accept(ticket)
        .filter(accepted ->
            protection.admits(
                accepted.binding(), Optional.of(accepted.service()), request.channel()))
        .filter(accepted -> accepted.user().standing() == Standing.GOOD)
        .map(accepted ->
            new SignIn.Accepted(
                accepted.user(),
                Optional.of(
                    Authorization.NEGOTIATE
                        + " "
                        + Base64Text.of(NegotiationToken.accepted(mechanism, accepted.reply())))));
  }
}
