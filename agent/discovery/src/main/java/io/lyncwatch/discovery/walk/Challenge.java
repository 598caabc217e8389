package io.lyncwatch.discovery.walk;

import java.net.URI;

/**
 * The User resource's refusal that names where tickets are issued.
 *
 * @param user the User resource
 * @param ticketService the web ticket service, without {@code /mex}
 * @param verified whether every answer so far came over verified https
 */
record Challenge(URI user, URI ticketService, boolean verified) {}
