package rolecall.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one setting of a deployment adds to one list of a policy.
 *
 * @param setting what messages call it: the variable's name
 * @param list the list's name
 * @param entries as the list takes them, {@code *} for any text
 */
public record Addition(String setting, String list, List<String> entries) {
  /** The list that holds the monitor's own resources, by parts of their names. */
  public static final String OWN_RESOURCES = "monitor-resources";

  /**
   * How many letters of a stack's name are sure to begin the name of a resource for which the whole
   * would be too long. AWS does not say; functions and roles, whose names end at 64, keep as many.
   */
  private static final int KEPT_OF_STACK = 24;

  /**
   * {@code StackSet-NAME-} and a random id: what CloudFormation calls an instance of a stack set.
   */
  private static final Pattern OF_STACK_SET =
      Pattern.compile("StackSet-(.+)-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public Addition {
    Objects.requireNonNull(setting, "setting is null");
    Objects.requireNonNull(list, "list is null");
    entries = List.copyOf(entries);
  }

  /**
   * A stack whose resources are the monitor's own. CloudFormation names a resource after the stack,
   * then a hyphen and more: {@code chime-audit} adds itself, {@code chime-audit-*}, and {@code
   * StackSet-chime-audit-*} for the instances of a stack set of that name. The name of such an
   * instance adds the same for its stack set. Of what is longer than 24 letters the first 24 and
   * {@code *} are added as well, since CloudFormation shortens it.
   *
   * @param name the stack's name, not its ARN
   */
  public static Addition ofStack(String setting, String name) {
    if (name.isBlank()) {
      return new Addition(setting, OWN_RESOURCES, List.of(name));
    }
    Matcher instance = OF_STACK_SET.matcher(name);
    String stack = instance.matches() ? instance.group(1) : name;
    Set<String> entries = new LinkedHashSet<>();
    entries.add(stack);
    addBeginning(stack + "-", entries);
    addBeginning("StackSet-" + stack + "-", entries);
    return new Addition(setting, OWN_RESOURCES, List.copyOf(entries));
  }

  private static void addBeginning(String beginning, Set<String> entries) {
    entries.add(beginning + "*");
    if (beginning.length() > KEPT_OF_STACK + 1) {
      entries.add(beginning.substring(0, KEPT_OF_STACK) + "*");
    }
  }

  /**
   * Resources of the monitor whose names do not begin with its stack's: a key, an event source
   * mapping, a topic that was there before.
   *
   * @param identifiers ids, names, ARNs or URLs; the last part that {@code :} and {@code /} divide
   *     is what records are compared with
   */
  public static Addition ofResources(String setting, List<String> identifiers) {
    return new Addition(
        setting, OWN_RESOURCES, identifiers.stream().map(Addition::lastPart).toList());
  }

  private static String lastPart(String identifier) {
    int divided = Math.max(identifier.lastIndexOf(':'), identifier.lastIndexOf('/'));
    return identifier.substring(divided + 1);
  }
}
