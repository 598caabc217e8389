package io.lyncwatch.agent.cli;

import picocli.CommandLine.Command;

/** The commands about configuration files. */
@Command(
    name = "config",
    description = "Checks configuration files.",
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {}
