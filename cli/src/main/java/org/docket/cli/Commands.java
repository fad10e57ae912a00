/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the class path, in the order of the help. */
final class Commands {

  private static final List<String> ORDER =
      List.of(
          "demo",
          "serve",
          "index",
          "review",
          "retag",
          "deploy",
          "train",
          "tune",
          "evaluate",
          "compare",
          "classify",
          "inspect",
          "profile",
          "convert",
          "benchmark",
          "completion");

  private static final List<Elsewhere> ELSEWHERE =
      List.of(
          new Elsewhere(
              "demo", "docket-cli-solr", "Shows the main job on the demo complaints, in Solr."),
          new Elsewhere("serve", "docket-cli-solr", "Runs Solr and the page, and keeps the data."),
          new Elsewhere("index", "docket-cli-solr", "Indexes documents into Solr."),
          new Elsewhere("review", "docket-cli-solr", "Tells what people decided, and exports it."),
          new Elsewhere(
              "retag",
              "docket-cli-solr",
              "Tags anew what the current model would tag differently."),
          new Elsewhere("deploy", "docket-cli-solr", "Puts a model into service in Solr."),
          new Elsewhere("train", "docket-cli-training", "Trains a model on labelled documents."),
          new Elsewhere(
              "tune", "docket-cli-training", "Searches for a better preset around a given one."));

  private Commands() {}

  /** Adds all of them, with a stand-in for each that another module has. */
  static void addTo(CommandLine docket) {
    specs().forEach(spec -> docket.addSubcommand(spec.name(), spec));
    CommandSpec help = CommandSpec.forAnnotatedObject(new HelpCommand());
    help.usageMessage().headerHeading("Example:%n  ./docket help train%n%n");
    docket.addSubcommand(help);
    docket
        .getSubcommands()
        .values()
        .forEach(each -> each.getCommandSpec().versionProvider(new Version()));
  }

  private static Collection<CommandSpec> specs() {
    Map<String, CommandSpec> specs =
        new TreeMap<>(
            Comparator.comparingInt(Commands::place).thenComparing(Comparator.naturalOrder()));
    ELSEWHERE.forEach(each -> specs.put(each.name(), each.spec()));
    for (DocketCommand command : ServiceLoader.load(DocketCommand.class)) {
      CommandSpec spec = CommandSpec.forAnnotatedObject(command);
      specs.merge(spec.name(), spec, Commands::moreSpecific);
    }
    return specs.values();
  }

  private static int place(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? ORDER.size() : place;
  }

  /** The class path says nothing about which of two is found first. */
  private static CommandSpec moreSpecific(CommandSpec first, CommandSpec second) {
    return second.userObject().getClass().isInstance(first.userObject()) ? first : second;
  }
}
