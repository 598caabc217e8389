package io.lyncwatch.lab.site;

import io.lyncwatch.lab.web.Request;

/**
 * A request that a site took.
 *
 * @param site for example {@code pool01 external}
 * @param machine which machine of the server, for example {@code fe01.corp.contoso.example}
 */
public record Visit(String site, String machine, Request request) {}
