/**
 * What is shipped around the agent for people on call: rules, runbooks, dashboards, deployment.
 * Start at {@link io.lyncwatch.agent.kit.Kit}.
 */
@NullMarked
package io.lyncwatch.agent.kit;

import org.jspecify.annotations.NullMarked;
