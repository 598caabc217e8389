/**
 * What can go wrong, as data: the closed list of {@link Reason}s with cause and cure, and the
 * {@link Finding} that says where one of them holds. Uses no other package; every other package may
 * use it. Start at {@link Reason}.
 */
@NullMarked
package io.lyncwatch.discovery.finding;

import org.jspecify.annotations.NullMarked;
