/**
 * The Web Ticket Service of a pool: signs users in by NTLM, Kerberos, a certificate or name and
 * password, issues tickets and, for the pool's other services, verifies them. Uses the lab's {@code
 * web}, {@code directory}, {@code certificates} and {@code kerberos} only, and is written from
 * MS-OCAUTHWS, MS-NLMP and WS-Trust alone. Start at {@link io.lyncwatch.lab.ticket.TicketService};
 * {@link io.lyncwatch.lab.ticket.TicketVerifier} is what a service asks that is given a ticket.
 */
@NullMarked
package io.lyncwatch.lab.ticket;

import org.jspecify.annotations.NullMarked;
