package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.kerberos.Acceptor;
import java.util.Optional;

/**
 * How one site lets Windows accounts in: always by NTLM, and by Kerberos where it has services in a
 * realm.
 *
 * @param protection what a sign-in must be tied to
 * @param kerberos what judges tickets
 */
public record WindowsAuthentication(Protection protection, Optional<Acceptor> kerberos) {}
