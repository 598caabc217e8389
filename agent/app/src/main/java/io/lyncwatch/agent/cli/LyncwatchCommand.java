package io.lyncwatch.agent.cli;

import picocli.CommandLine.Command;

/** The command itself, which does nothing without a subcommand. */
@Command(
    name = "lyncwatch",
    description = "Monitors the Autodiscover service of Lync Server and Skype for Business Server.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = picocli.CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:healthy, warnings allowed",
      "1:something was found broken",
      "2:wrong usage or configuration",
      "3:the agent itself failed, or could not tell"
    })
final class LyncwatchCommand {}
