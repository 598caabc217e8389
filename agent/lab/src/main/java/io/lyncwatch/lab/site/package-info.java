/**
 * A web site of a Lync server: the Autodiscover resources in all their representations, and the web
 * server that carries them. Shared by {@code director} and {@code pool}, which say what a user
 * document holds there. Start at {@link io.lyncwatch.lab.site.Autodiscover}.
 */
@NullMarked
package io.lyncwatch.lab.site;

import org.jspecify.annotations.NullMarked;
