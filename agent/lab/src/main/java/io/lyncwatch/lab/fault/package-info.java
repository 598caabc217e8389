/**
 * What can go wrong in the lab. A fault changes the world that the lab is built from, never an
 * answer. Start at {@link io.lyncwatch.lab.fault.Fault}.
 */
@NullMarked
package io.lyncwatch.lab.fault;

import org.jspecify.annotations.NullMarked;
