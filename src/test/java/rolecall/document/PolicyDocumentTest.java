package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.document;
import static rolecall.document.Documents.json;
import static rolecall.document.Documents.read;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.Json;

class PolicyDocumentTest {
  private static final String TRUST =
      "{'Version':'2012-10-17','Id':'a','Statement':[{'Sid':'one','Effect':'Allow',"
          + "'Principal':{'Service':'chime.amazonaws.com'},'Action':['sts:AssumeRole'],"
          + "'Condition':{'StringEquals':{'aws:SourceAccount':['111122223333']}}}]}";

  private static final PolicyDocument READ =
      new PolicyDocument(
          List.of(
              new Statement(
                  Effect.ALLOW,
                  new Principals(
                      false,
                      List.of(new Principal.Service("chime.amazonaws.com", "chime.amazonaws.com"))),
                  new Actions(false, List.of("sts:AssumeRole")),
                  List.of(
                      new Condition(
                          Operator.of("StringEquals"),
                          "aws:SourceAccount",
                          List.of("111122223333"))))));

  @Test
  void a_document_in_full_grammar_is_read() {
    assertThat(document(TRUST)).isEqualTo(READ);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Statement':{'Effect':'Allow','Principal':{'Service':['chime.amazonaws.com']},"
            + "'Action':'sts:AssumeRole',"
            + "'Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}}}",
        "{'Statement':{'Effect':'Allow','Principal':{'Service':'chime.amazonaws.com'},"
            + "'Action':'sts:AssumeRole',"
            + "'Condition':{'StringEquals':{'aws:SourceAccount':111122223333}}}}",
        " \n\t{'Version':'2008-10-17','Statement':{'Action':['sts:AssumeRole'],"
            + "'Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}},"
            + "'Principal':{'Service':'chime.amazonaws.com'},'Effect':'Allow'}} \n",
        "\uFEFF{'STATEMENT':{'effect':'ALLOW','principal':{'service':'chime.amazonaws.com'},"
            + "'action':'sts:AssumeRole',"
            + "'condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}}}",
        "{'Statement':{'Effect':'Allow','Effect':'Allow',"
            + "'Principal':{'Service':'chime.amazonaws.com'},'Action':'sts:AssumeRole',"
            + "'Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}},"
            + "'Resource':['*'],'Comment':{'x':[1]},'Sid':'a','sid':'b'}}"
      })
  void other_ways_to_write_it_mean_the_same(String way) {
    assertThat(document(way)).isEqualTo(READ);
  }

  @Test
  void a_document_may_be_an_object_already() {
    assertThat(PolicyDocument.read(json(TRUST))).isEqualTo(new Document.Understood(READ));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\uFEFF"})
  void an_encoded_document_is_decoded(String before) {
    String encoded =
        URLEncoder.encode(TRUST.replace('\'', '"'), StandardCharsets.UTF_8).replace("+", "%20");

    assertThat(PolicyDocument.read(new Json.Str(before + encoded)))
        .isEqualTo(new Document.Understood(READ));
    assertThat(PolicyDocument.read(new Json.Str(before + encoded.replace("%7B", "%7b"))))
        .isEqualTo(new Document.Understood(READ));
  }

  @Test
  void percent_and_plus_of_a_plain_document_survive() {
    String value = "a+b%2Bc%7B%zz";

    assertThat(
            document(
                    "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':{'StringEquals':{'k':'"
                        + value
                        + "'}}}}")
                .statements()
                .getFirst()
                .conditions()
                .getFirst()
                .values())
        .containsExactly(value);
  }

  @Test
  void a_plus_of_an_encoded_document_is_a_plus_and_its_letters_are_utf_8() {
    Document read =
        PolicyDocument.read(
            new Json.Str("%7B\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"a+%2B%C3%A9é\"}%7D"));

    assertThat(read)
        .isEqualTo(
            new Document.Understood(
                new PolicyDocument(
                    List.of(
                        new Statement(
                            Effect.ALLOW,
                            Principals.NOBODY,
                            new Actions(false, List.of("a++éé")),
                            List.of())))));
  }

  @Test
  void no_statement_at_all_is_no_fault() {
    assertThat(read("{'Statement':[]}"))
        .isEqualTo(new Document.Understood(new PolicyDocument(List.of())));
  }
}
