package io.lyncwatch.discovery.walk;

import java.net.URI;

/**
 * An authority outside of the deployment, as the 401 of the User resource names it: hybrid modern
 * authentication.
 *
 * @param authority where people would sign in; nothing is ever sent there because an answer says so
 * @param user the User resource that the token is for
 */
record AuthorityService(URI authority, URI user, boolean verified) implements Issuer {}
