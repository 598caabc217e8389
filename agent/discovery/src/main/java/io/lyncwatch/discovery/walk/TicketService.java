package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.ticket.TicketMetadata;
import java.net.URI;

/**
 * A web ticket service, as its metadata describes it.
 *
 * @param metadata the ports that it offers
 * @param source where the metadata came from
 * @param user the User resource that the ticket is for
 * @param verified whether every answer so far came over verified https
 */
record TicketService(TicketMetadata.Offered metadata, URI source, URI user, boolean verified)
    implements Issuer {}
