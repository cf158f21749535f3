package rolecall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of who may use whom, and the habits that can be checked. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("rolecall");

  /** What a package may use of this project, and which libraries. */
  private record Allowed(List<String> ours, List<String> libraries) {}

  private static final Map<String, Allowed> TABLE =
      Map.ofEntries(
          row("source", List.of(), "org.snakeyaml.engine.."),
          row("json", List.of(), "com.fasterxml.jackson.core.."),
          row("document", List.of("json")),
          row("record", List.of("json", "document")),
          row("pattern", List.of("source", "json")),
          row("finding", List.of()),
          row("policy", List.of("source", "json", "document", "record", "pattern", "finding")),
          row("ingest", List.of("json", "record")),
          row("lineage", List.of("json", "record", "finding")),
          row("alert", List.of("json", "finding", "lineage"), "com.fasterxml.jackson.core.."),
          row("ledger", List.of("json", "finding"), "com.fasterxml.jackson.core.."),
          row(
              "monitor",
              List.of(
                  "json", "record", "finding", "policy", "ingest", "lineage", "alert", "ledger")),
          row("doctor", List.of("json", "record")),
          row(
              "aws",
              List.of("json", "record", "policy", "ingest", "lineage", "alert", "ledger", "doctor"),
              "software.amazon.awssdk.."),
          row(
              "lambda",
              List.of(
                  "source", "json", "finding", "policy", "ingest", "alert", "ledger", "monitor",
                  "aws"),
              "com.amazonaws.services.lambda.runtime..",
              "org.crac..",
              "com.fasterxml.jackson.core.."),
          row(
              "report",
              List.of("json", "finding", "policy", "lineage", "alert", "monitor"),
              "com.fasterxml.jackson.core.."),
          row(
              "cli",
              List.of(
                  "source", "json", "finding", "policy", "ingest", "lineage", "alert", "monitor",
                  "report", "aws", "doctor"),
              "picocli..",
              "me.tongfei.progressbar..",
              "com.fasterxml.jackson.core.."));

  private static Map.Entry<String, Allowed> row(
      String name, List<String> ours, String... libraries) {
    return Map.entry(name, new Allowed(ours, List.of(libraries)));
  }

  @Test
  void every_package_uses_only_what_the_table_allows() {
    TABLE.forEach((name, allowed) -> {
      List<String> packages = new ArrayList<>(List.of("java..", "rolecall." + name));
      allowed.ours().forEach(ours -> packages.add("rolecall." + ours));
      packages.addAll(allowed.libraries());
      classes()
          .that()
          .resideInAPackage("rolecall." + name)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(packages.toArray(String[]::new))
          .check(CLASSES);
    });
  }

  @Test
  void every_package_stands_in_the_table() {
    Set<String> packages = new TreeSet<>();
    CLASSES.forEach(c -> packages.add(c.getPackageName()));
    assertThat(packages)
        .containsExactlyInAnyOrderElementsOf(
            TABLE.keySet().stream().map(name -> "rolecall." + name).toList());
  }

  @Test
  void no_packages_use_one_another_in_a_circle() {
    slices().matching("rolecall.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void no_class_is_named_for_being_a_class() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Base)")
        .check(CLASSES);
  }

  @Test
  void nobody_asks_the_clock() {
    noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(java.time.LocalDate.class, "now").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("rolecall.cli")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.time.Clock.class)
        .check(CLASSES);
  }

  @Test
  void only_the_two_entries_speak_to_the_world_outside() {
    noClasses()
        .that()
        .resideOutsideOfPackage("rolecall.cli")
        .and()
        .doNotHaveFullyQualifiedName("rolecall.lambda.AuditHandler")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/rolecall"))) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> !folder.equals(Path.of("src/main/java/rolecall")))
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
  }

  @Test
  void files_stay_small() throws IOException {
    List<Integer> lengths = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        int lines = Files.readAllLines(file).size();
        assertThat(lines).as(file.toString()).isLessThanOrEqualTo(500);
        if (file.startsWith("src/main")) {
          lengths.add(lines);
        }
      }
    }
    lengths.sort(null);
    assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(80);
  }
}
