/**
 * What the build left for the program to know about itself. Uses nothing; start at {@link
 * BuildInfo}.
 */
@NullMarked
package io.lyncwatch.agent.build;

import org.jspecify.annotations.NullMarked;
