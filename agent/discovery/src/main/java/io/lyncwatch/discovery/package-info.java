/**
 * The client's side of Lync Autodiscover, as a plain library: what a phone does between typing a
 * sign-in address and reaching its pool, made observable.
 *
 * <p>This package holds the words that all others share (a {@link SipDomain}, a {@link View}, an
 * {@link Endpoint}) and uses none of them. Start at {@code probe} and {@code report}, which say
 * what is looked at and what comes back; {@code walk} is the sign-in flow itself, and {@code dns},
 * {@code tls}, {@code revocation}, {@code http}, {@code document}, {@code ticket} and {@code auth}
 * each talk to one kind of thing on the way.
 */
@NullMarked
package io.lyncwatch.discovery;

import org.jspecify.annotations.NullMarked;
