/**
 * One HTTP exchange at a time, over a connection whose every phase is seen and timed. Follows no
 * redirect, keeps no cookie, answers no challenge: the walk decides. Uses {@code dns} for addresses
 * and {@code tls} for certificates. Start at {@link Exchange}.
 */
@NullMarked
package io.lyncwatch.discovery.http;

import org.jspecify.annotations.NullMarked;
