/**
 * Who exists in the lab: its users, their secrets and where they are homed. Uses nothing of the
 * lab.
 */
@NullMarked
package io.lyncwatch.lab.directory;

import org.jspecify.annotations.NullMarked;
