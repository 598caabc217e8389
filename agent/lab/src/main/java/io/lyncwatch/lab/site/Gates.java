package io.lyncwatch.lab.site;

import java.util.Optional;

/**
 * The gates of one site.
 *
 * @param user before {@code /root/user} and what belongs to it
 * @param oauthUser before {@code /root/oauth/user} and what belongs to it; absent if the site has
 *     no such resources
 */
public record Gates(Gate user, Optional<Gate> oauthUser) {}
