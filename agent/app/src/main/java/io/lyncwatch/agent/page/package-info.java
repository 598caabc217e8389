/**
 * The status page: what the latest reports say of every SIP domain, first as data, then as HTML.
 * Reads {@code report}, {@code inventory} and {@code change}, and knows nothing of HTTP. Start at
 * {@link io.lyncwatch.agent.page.StatusPage}; {@link io.lyncwatch.agent.page.Overview} makes one.
 */
@NullMarked
package io.lyncwatch.agent.page;

import org.jspecify.annotations.NullMarked;
