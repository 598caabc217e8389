/**
 * The reverse proxy that publishes the external sites: chooses the backend by the host that the
 * client names and passes on what its rule publishes. Start at {@link
 * io.lyncwatch.lab.proxy.ProxyListener}.
 */
@NullMarked
package io.lyncwatch.lab.proxy;

import org.jspecify.annotations.NullMarked;
