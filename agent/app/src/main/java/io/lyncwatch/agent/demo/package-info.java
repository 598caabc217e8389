/**
 * The agent and the lab side by side: what a lab's user needs in files, and the demonstration of
 * three SIP domains. Start at {@link io.lyncwatch.agent.demo.Demo}.
 */
@NullMarked
package io.lyncwatch.agent.demo;

import org.jspecify.annotations.NullMarked;
