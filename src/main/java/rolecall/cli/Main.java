package rolecall.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** The command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    System.exit(withinMemory(console, () -> run(console, args)));
  }

  /**
   * What a command answers; when the memory does not suffice, a message, since a stack trace would
   * help nobody and its exit code would look like findings.
   */
  static int withinMemory(Console console, IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError full) {
      console.say(
          "the memory does not suffice: every record that breaks a rule is kept until the end. Scan"
              + " fewer files at once, or give Java more: JAVA_TOOL_OPTIONS=-Xmx4g.");
      return ExitCode.UNREADABLE.number();
    }
  }

  /** Runs one command. Reads and writes nothing but the console, and never ends the process. */
  static int run(Console console, String... args) {
    UsageMessages usage = new UsageMessages(console);
    CommandLine line = new CommandLine(new RolecallCommand());
    line.addSubcommand(new ScanCommand(console));
    ExitCode.describeIn(line.getSubcommands().get("scan").getCommandSpec());
    line.addSubcommand(new ExplainCommand(console));
    line.addSubcommand(new LineageCommand(console));
    line.addSubcommand(
        new CommandLine(new PolicyCommand())
            .addSubcommand(new LintCommand(console))
            .addSubcommand(new TestCommand(console))
            .addSubcommand(new DiffCommand(console)));
    line.addSubcommand(new LookupCommand(console));
    ExitCode.describeIn(line.getSubcommands().get("lookup").getCommandSpec());
    line.addSubcommand(new ReconcileCommand(console));
    line.addSubcommand(new DoctorCommand(console));
    line.setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)));
    line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler(usage);
    line.setExecutionExceptionHandler(
        (problem, command, _) -> tell(problem, command.getCommandSpec(), usage, console));
    int code = line.execute(args);
    line.getOut().flush();
    return code;
  }

  private static int tell(
      Exception problem, CommandSpec command, UsageMessages usage, Console console) {
    if (problem instanceof Refused refused) {
      if (refused.isUsage()) {
        return usage.say(refused.getMessage(), command);
      }
      console.say(refused.getMessage());
      return ExitCode.USAGE.number();
    }
    console.say("this is a defect in Rolecall; please report it with the lines below.");
    problem.printStackTrace(console.err());
    return ExitCode.UNREADABLE.number();
  }
}
