package rolecall.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rolecall.aws.AccountSurvey;
import rolecall.aws.AwsClients;
import rolecall.doctor.Doctor;
import rolecall.doctor.Line;

/** {@code rolecall doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall doctor [OPTIONS]",
    description = {
      "Is the trail on, are the rules on, is a Region blind?",
      "",
      "Reads the account's trails and the stack's parts, who hears of alerts and when the last sign"
          + " of life came, and changes nothing. Each line is ok, wrong or unknown; what is not ok"
          + " has its fix below.%n"
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:everything is as it should be",
      " 1:something is wrong",
      " 2:wrong usage, or output that cannot be written",
      " 3:something could not be looked at; the rest was (outranks 1)"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "the stack made from template.yaml; default: rolecall")
  private String stack = "rolecall";

  @Option(names = "--format", paramLabel = "FORMAT", description = "table or json; default: table")
  private String format = "table";

  @Mixin private AwsOptions aws = new AwsOptions();

  DoctorCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    boolean json = Words.oneOf("--format", format, List.of("table", "json")).equals("json");
    String name = Words.stack("--stack", stack);
    AwsChoice choice = aws.choice();
    List<Line> lines;
    try (AwsClients clients = choice.clients();
        AccountSurvey account = new AccountSurvey(clients, console.clock().instant())) {
      lines = new Doctor(account, console.clock().instant()).examine(name);
    }
    Diagnosis diagnosis = new Diagnosis(lines);
    if (json) {
      console.write(true, Console.ELSEWHERE, diagnosis::writeJson);
    } else {
      console.writeLines(diagnosis.table());
    }
    return diagnosis.exitCode().number();
  }
}
