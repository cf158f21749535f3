package rolecall.cli;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import rolecall.ingest.LogBuckets;
import rolecall.source.DidYouMean;

/** Says in two lines what is wrong with the words on the command line. */
final class UsageMessages implements IParameterExceptionHandler {
  private final Console console;

  UsageMessages(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    String what =
        switch (problem) {
          case UnmatchedArgumentException unknown -> unknown(unknown.getUnmatched(), command);
          case MissingParameterException missing -> missing(missing.getMissing(), command);
          default -> firstLine(problem.getMessage());
        };
    return say(what, command);
  }

  /** Says what is wrong and where help is. */
  int say(String what, CommandSpec command) {
    console.say(what);
    console.say("'" + command.qualifiedName() + " --help' shows the right usage.");
    return ExitCode.USAGE.number();
  }

  private static String unknown(List<String> words, CommandSpec command) {
    String word = words.getFirst();
    if (!word.startsWith("-") && command.subcommands().isEmpty()) {
      return "'" + word + "' is one word too many.";
    }
    String kind = word.startsWith("-") ? "option" : "command";
    String bare = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    return "there is no %s %s%s".formatted(kind, quoted(bare), meant(bare, command));
  }

  private static String meant(String word, CommandSpec command) {
    return nearest(word, command)
        .or(() -> elsewhere(word, command))
        .or(() -> pathWithoutCommand(word, command))
        .map(better -> "; did you mean " + better + "?")
        .orElse(".");
  }

  /** Of a word as short as {@code -x} every other short one would be near. */
  private static Optional<String> nearest(String word, CommandSpec command) {
    return word.length() < 3 ? Optional.empty() : DidYouMean.nearest(word, words(command).toList());
  }

  /** An option that stands before its command. */
  private static Optional<String> elsewhere(String word, CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .flatMap(sub -> nearest(word, sub).map(near -> sub.qualifiedName() + " " + near).stream())
        .findFirst();
  }

  private static Optional<String> pathWithoutCommand(String word, CommandSpec command) {
    boolean path =
        command.subcommands().containsKey("scan")
            && !word.isEmpty()
            && (word.startsWith(LogBuckets.SCHEME) || new File(word).exists());
    return path ? Optional.of(command.qualifiedName() + " scan " + word) : Optional.empty();
  }

  private static Stream<String> words(CommandSpec command) {
    return Stream.concat(
        command.subcommands().keySet().stream(), command.optionsMap().keySet().stream());
  }

  private static String missing(List<ArgSpec> missing, CommandSpec command) {
    return missing.stream()
        .filter(OptionSpec.class::isInstance)
        .map(OptionSpec.class::cast)
        .map(option -> "%s needs a value: %s.".formatted(option.longestName(), option.paramLabel()))
        .findFirst()
        .orElse(command.qualifiedName() + " needs more words.");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("the words cannot be understood");
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }
}
