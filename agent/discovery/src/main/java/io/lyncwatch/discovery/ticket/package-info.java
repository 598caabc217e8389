/**
 * The messages of the web ticket service ([MS-OCAUTHWS]): its metadata, the request for a ticket,
 * and the ticket or fault that comes back; beside it those of the oauthtoken endpoint of Lync 2013
 * and later, which issues bearer tokens. Text in, values out and the other way round; sending and
 * signing in is done elsewhere. What is secret here ({@link SecretBody}, {@link WebTicket}) shows
 * as {@code ***}. Uses {@code text} and the parent package. Start at {@link TicketRequest}, then
 * {@link AnswerReader}.
 */
@NullMarked
package io.lyncwatch.discovery.ticket;

import org.jspecify.annotations.NullMarked;
