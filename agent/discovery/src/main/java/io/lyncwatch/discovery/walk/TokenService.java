package io.lyncwatch.discovery.walk;

import java.net.URI;

/**
 * An oauthtoken endpoint, as the 401 of the User resource describes it.
 *
 * @param user the User resource that the token is for
 */
record TokenService(OAuthOffer offer, URI user, boolean verified) implements Issuer {}
