package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolecall.record.TrailRecord;

class CompiledFormTest {
  private static final Path YAML = Path.of("policies/default.yaml");
  private static final String SMALL =
      """
      name: small
      lists: {monitor-resources: ["rolecall*"]}
      rules:
        - id: refused
          title: It was refused
          severity: low
          category: test
          why: Refusals are looked at.
          events: [sts:AssumeRole]
          when: {outcome: [denied]}
          reason: "{caller.name} was denied."
      """;

  private static CompiledPolicy read(byte[] form) throws IOException, UnreadablePolicy {
    return CompiledForm.read("small.policy", new ByteArrayInputStream(form), Additions.NONE);
  }

  private static byte[] small() throws UnreadablePolicy {
    return CompiledForm.of("small.yaml", SMALL.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_build_makes_it_of_the_shipped_policy() throws Exception {
    assertThat(Path.of("target/classes/policies/default.policy"))
        .hasBinaryContent(CompiledForm.of(YAML.toString(), Files.readAllBytes(YAML)));
  }

  @Test
  void it_has_the_stamp_of_the_yaml() throws Exception {
    assertThat(CompiledForm.shipped(Additions.NONE).stamp()).isEqualTo(Policies.shipped().stamp());
  }

  @Test
  void it_has_the_rules_of_the_yaml_in_every_part() throws Exception {
    List<Rule> rules = CompiledForm.shipped(Additions.NONE).rules();
    List<Rule> written = Policies.shipped().rules();
    assertThat(rules).hasSameSizeAs(written).hasSizeGreaterThan(30);
    for (int i = 0; i < rules.size(); i++) {
      assertThat(rules.get(i).about()).isEqualTo(written.get(i).about());
      assertThat(rules.get(i).events()).isEqualTo(written.get(i).events());
      assertThat(rules.get(i).reason()).isEqualTo(written.get(i).reason());
      assertThat(rules.get(i).target()).isEqualTo(written.get(i).target());
      assertThat(rules.get(i).quiet()).isEqualTo(written.get(i).quiet());
      assertThat(rules.get(i).when().places()).isEqualTo(written.get(i).when().places());
    }
  }

  @Test
  void it_judges_and_explains_the_event_of_every_case_as_the_yaml_does() throws Exception {
    PolicyFile.Loaded written = Policies.read(Policies.text()).loaded().orElseThrow();
    CompiledPolicy compiled = CompiledForm.shipped(Additions.NONE);
    int judged = 0;
    for (TestCase test : written.tests().ofRules()) {
      TrailRecord record = Bases.shipped().record(test).orElseThrow();
      assertThat(compiled.judge(record).getClass())
          .isEqualTo(written.policy().judge(record).getClass());
      assertThat(compiled.judge(record).breaches())
          .as(test.name())
          .isEqualTo(written.policy().judge(record).breaches());
      assertThat(compiled.explain(record).lines())
          .as(test.name())
          .isEqualTo(written.policy().explain(record).lines());
      judged++;
    }
    assertThat(judged).isGreaterThan(250);
  }

  @Test
  void grants_limits_and_exceptions_come_through() throws Exception {
    String text =
        Policies.textWith(
                "grants: []",
                """
                grants:
                  - name: dana
                    roles: ["arn:aws:iam::111122223333:role/chime/*"]
                    principals: ["arn:aws:iam::111122223333:user/dana"]
                    terms: {mfa: true}
                    tests: [{name: she may not, base: assume-role, expect: alert}]\
                """)
            .replace(
                "\nexceptions: []\n",
                """

                exceptions:
                  - {name: move, owner: voice@example.com, reason: It moves., expires: 2026-12-31,
                     rules: [assumption-breaks-terms], when: {requestParameters: {externalId: [m]}}}
                """)
            .replace("session: 1h ", "session: 10m ");
    byte[] yaml = text.getBytes(StandardCharsets.UTF_8);
    CompiledPolicy compiled = read(CompiledForm.of("mine.yaml", yaml));
    CompiledPolicy written = Policies.loaded(text);
    for (String overlay : List.of("{}", "requestParameters: {externalId: m}")) {
      TrailRecord record = Policies.event("assume-role", overlay);
      assertThat(compiled.explain(record).lines()).isEqualTo(written.explain(record).lines());
    }
    assertThat(Policies.broken(compiled.judge(Policies.event("assume-role", "{}"))))
        .contains("assumption-breaks-terms", "session-too-long");
    assertThat(compiled.stamp()).isEqualTo(written.stamp());
  }

  @Test
  void it_is_read_and_judges_without_the_yaml_library() throws Exception {
    URL[] urls = {
      Path.of("target/classes").toUri().toURL(),
      JsonFactory.class.getProtectionDomain().getCodeSource().getLocation()
    };
    try (URLClassLoader bare = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> bare.loadClass("org.snakeyaml.engine.v2.api.LoadSettings"))
          .isInstanceOf(ClassNotFoundException.class);
      Class<?> additions = bare.loadClass("rolecall.policy.Additions");
      Object policy =
          bare.loadClass("rolecall.policy.CompiledForm")
              .getMethod("shipped", additions)
              .invoke(null, additions.getField("NONE").get(null));
      assertThat(
              policy
                  .getClass()
                  .getMethod("watches", String.class, String.class)
                  .invoke(policy, "sts.amazonaws.com", "AssumeRole"))
          .isEqualTo(true);
    }
  }

  @Test
  void a_form_cut_off_anywhere_is_refused() throws Exception {
    byte[] whole = small();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part))
          .as("%d bytes", length)
          .isInstanceOf(UnreadablePolicy.class);
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
        .hasMessage(
            "The compiled policy small.policy is cut off or was changed: its checksum does not"
                + " fit. Build Rolecall anew: mvn package.");
  }

  @Test
  void a_form_with_any_byte_changed_is_refused() throws Exception {
    byte[] whole = small();
    for (int at = 0; at < whole.length; at++) {
      byte[] garbled = whole.clone();
      garbled[at] ^= 0x20;
      assertThatThrownBy(() -> read(garbled))
          .as("byte %d", at)
          .isInstanceOf(UnreadablePolicy.class);
    }
  }

  @Test
  void a_form_that_more_follows_is_refused() throws Exception {
    byte[] whole = small();
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
        .hasMessageContaining("its checksum does not fit");
  }

  @Test
  void a_form_of_another_version_is_refused() throws Exception {
    byte[] later = small();
    later[11] = 9;
    assertThatThrownBy(() -> read(later))
        .hasMessage(
            "The compiled policy small.policy has the form 9, and this program reads the form 1."
                + " Build Rolecall anew: mvn package.");
  }

  @Test
  void what_is_no_form_at_all_is_refused() {
    assertThatThrownBy(() -> read(SMALL.getBytes(StandardCharsets.UTF_8)))
        .hasMessage(
            "The compiled policy small.policy is no compiled policy. Build Rolecall anew: mvn"
                + " package.");
  }

  @Test
  void a_policy_with_errors_is_not_compiled() {
    byte[] broken = SMALL.replace("severity: low", "severity: lo").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> CompiledForm.of("small.yaml", broken))
        .isInstanceOf(UnreadablePolicy.class)
        .hasMessage(
            """
            ERROR small.yaml:6:15: 'lo' is no severity. The words are info, low, medium, high, \
            critical. Fix: Did you mean 'low'?
             |     severity: lo
             |               ^
            """);
  }

  @Test
  void a_policy_with_errors_stops_the_build_in_words_that_the_launcher_shows() throws Exception {
    Path folder = Files.createTempDirectory("compiled-form");
    Path yaml = Files.writeString(folder.resolve("p.yaml"), "name: p\nrules: []\n");
    Path form = folder.resolve("p.policy");
    String[] arguments = {yaml.toString(), form.toString()};
    assertThatThrownBy(() -> PolicyCompiler.main(arguments))
        .hasMessageStartingWith("\n[ERROR] " + yaml + ":2:8: The policy has no rules.");
    assertThat(form).doesNotExist();
    Files.writeString(yaml, SMALL);
    PolicyCompiler.main(arguments);
    assertThat(form).hasBinaryContent(small());
  }

  @Test
  void additions_extend_its_lists_and_leave_its_stamp() throws Exception {
    TrailRecord record =
        Policies.event("disable-rule", "requestParameters: {name: chime-audit-Rule-ABC123}");
    CompiledPolicy plain = CompiledForm.shipped(Additions.NONE);
    CompiledPolicy more =
        CompiledForm.shipped(new Additions(List.of(Addition.ofStack("STACK_NAME", "chime-audit"))));
    assertThat(Policies.broken(plain.judge(record))).isEmpty();
    assertThat(Policies.broken(more.judge(record))).containsExactly("monitor-changed");
    assertThat(more.stamp()).isEqualTo(plain.stamp());
  }

  @Test
  void an_addition_that_cannot_be_meant_is_told_with_its_setting() {
    Additions wrong =
        new Additions(List.of(new Addition("TEAM", "monitor-resorces", List.of("x"))));
    assertThatThrownBy(() -> CompiledForm.shipped(wrong))
        .isInstanceOf(UnreadablePolicy.class)
        .hasMessageContaining(
            "The setting TEAM adds to the list 'monitor-resorces', and there is no such list.");
  }
}
