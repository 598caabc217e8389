package io.lyncwatch.lab.site;

import io.lyncwatch.lab.web.Request;

/**
 * A request that a site took.
 *
 * @param site for example {@code pool01 external}
 */
public record Visit(String site, Request request) {}
