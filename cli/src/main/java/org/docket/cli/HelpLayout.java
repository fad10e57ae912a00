/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: options that belong together stand together. */
final class HelpLayout {

  private HelpLayout() {}

  /** Lays out the help of a command and of those below it. */
  static void applyTo(CommandLine command) {
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    command.getSubcommands().values().forEach(HelpLayout::applyTo);
  }

  private static String options(Help help) {
    CommandSpec command = help.commandSpec();
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    for (CommandSpec mixin : command.mixins().values()) {
      if (mixin.userObject() instanceof HelpGroup group) {
        groups.put(group.title(), mixin.options());
      }
    }
    List<OptionSpec> rest = new ArrayList<>(command.options());
    groups.values().forEach(group -> group.forEach(option -> remove(option, rest)));
    StringBuilder text = new StringBuilder(help.optionListExcludingGroups(rest));
    groups.forEach(
        (title, options) ->
            text.append(System.lineSeparator())
                .append(title)
                .append(":")
                .append(System.lineSeparator())
                .append(help.optionListExcludingGroups(options)));
    return text.toString();
  }

  private static void remove(OptionSpec option, List<OptionSpec> from) {
    from.removeIf(each -> each.longestName().equals(option.longestName()));
  }
}
