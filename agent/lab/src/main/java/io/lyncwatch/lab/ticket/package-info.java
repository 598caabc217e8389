/**
 * Issues and verifies web tickets, as the Web Ticket Service of a pool does. Start at
 * TicketService.
 */
@NullMarked
package io.lyncwatch.lab.ticket;

import org.jspecify.annotations.NullMarked;
