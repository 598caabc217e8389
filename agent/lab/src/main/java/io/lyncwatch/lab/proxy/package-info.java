/**
 * The reverse proxy that publishes the external sites: chooses the backend by the host that the
 * client names and then only passes bytes on. Start at {@link
 * io.lyncwatch.lab.proxy.ProxyListener}.
 */
@NullMarked
package io.lyncwatch.lab.proxy;

import org.jspecify.annotations.NullMarked;
