package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the command line alone needs stays out of the package that Lambda starts. */
class FunctionLibrariesIT {
  private static final Path LIB = Path.of("target/function/lib");

  @Test
  void of_aws_services_only_those_that_the_function_calls_are_packaged() throws IOException {
    List<String> services =
        List.of(
            "account",
            "cloudformation",
            "cloudtrail",
            "cloudwatch",
            "dynamodb",
            "eventbridge",
            "lambda",
            "s3",
            "sns",
            "sqs");
    try (Stream<Path> files = Files.list(LIB)) {
      List<String> jars = files.map(file -> file.getFileName().toString()).toList();
      assertThat(
              services.stream()
                  .filter(service ->
                      jars.stream().anyMatch(jar -> jar.matches(service + "-2[.0-9]+\\.jar"))))
          .containsExactly("cloudtrail", "dynamodb", "s3", "sns");
    }
  }

  @Test
  void no_class_of_the_command_line_or_of_doctor_is_packaged() throws IOException {
    try (JarFile jar = new JarFile(LIB.resolve("rolecall-function.jar").toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .contains("rolecall/aws/AwsClients.class", "rolecall/lambda/AuditHandler.class")
          .noneMatch(name -> name.matches("rolecall/(cli|report|doctor)/.*"))
          .noneMatch(name -> name.startsWith("rolecall/aws/Account"));
    }
  }
}
