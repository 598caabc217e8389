package io.lyncwatch.discovery.walk;

import java.net.URI;
import java.util.Optional;

/**
 * An oauthtoken endpoint, as the 401 of the User resource describes it.
 *
 * @param user the User resource that the token is for
 * @param authority outside, whose tokens are accepted, too
 */
record TokenService(OAuthOffer offer, URI user, boolean verified, Optional<URI> authority)
    implements Issuer {}
