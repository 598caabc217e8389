/**
 * The lab's world before anybody opens a socket: who stands where, what names lead to them, which
 * certificates they hold, who is homed where. Faults change it, the lab then builds it. Start at
 * {@link io.lyncwatch.lab.world.World}.
 */
@NullMarked
package io.lyncwatch.lab.world;

import org.jspecify.annotations.NullMarked;
