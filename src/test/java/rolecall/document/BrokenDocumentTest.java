package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.json;
import static rolecall.document.Documents.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.Json;

class BrokenDocumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|``|is a list and not an object",
        "7|``|is a number and not an object",
        "null|``|is null and not an object",
        "'{}'|``|is a text and not an object",
        "{}|Statement|is missing",
        "{'Statement':null}|Statement|is null and not an object",
        "{'Statement':'x'}|Statement|is a text and not an object",
        "{'Statement':[{'Effect':'Allow','Action':'a:b'},[]]}|Statement[1]|is a list and not an"
            + " object",
        "{'Statement':{'Action':'a:b'}}|Statement.Effect|is missing",
        "{'Statement':{'Effect':true,'Action':'a:b'}}|Statement.Effect|is a boolean and not a text",
        "{'Statement':{'Effect':'Permit','Action':'a:b'}}|Statement.Effect|is \"Permit\" and"
            + " neither Allow nor Deny",
        "{'Statement':[{'Effect':'Allow'}]}|Statement[0]|has neither Action nor NotAction",
        "{'Statement':[{'Effect':'Allow','Action':'a:b','NotAction':'a:b'}]}|Statement[0]|has both"
            + " Action and NotAction",
        "{'Statement':[{'Effect':'Allow','Action':5}]}|Statement[0].Action|is a number and not a"
            + " text or a list",
        "{'Statement':[{'Effect':'Allow','NotAction':{}}]}|Statement[0].NotAction|is an object and"
            + " not a text or a list",
        "{'Statement':[{'Effect':'Allow','Action':['a:b',null]}]}|Statement[0].Action[1]|is null"
            + " and not a text",
        "{'Statement':[{'Effect':'Allow','Action':[['a:b']]}]}|Statement[0].Action[0]|is a list and"
            + " not a text",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Resource':5}}|Statement.Resource|is a"
            + " number and not a text or a list",
        "{'Statement':{'Effect':'Allow','Action':'a:b','NotResource':[5]}}|Statement.NotResource[0]|is"
            + " a number and not a text",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':5}}|Statement.Principal|is a"
            + " number and not a text, a list or an object",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':null}}|Statement.Principal|is"
            + " null and not a text, a list or an object",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':[{}]}}|Statement.Principal[0]|is"
            + " an object and not a text",
        "{'Statement':[{'Effect':'Deny','Action':'a:b','Principal':'*'},{'Effect':'Allow','Action':'a:b','Principal':{'AWS':111122223333}}]}|Statement[1].Principal.AWS|is"
            + " a number and not a text or a list",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':{'AWS':['*',{}]}}}|Statement.Principal.AWS[1]|is"
            + " an object and not a text",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':{'Group':'x'}}}|Statement.Principal.Group|is"
            + " no kind of principal; AWS knows AWS, Service, Federated and CanonicalUser",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':'*','NotPrincipal':'*'}}|Statement|has"
            + " both Principal and NotPrincipal",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':'x'}}|Statement.Condition|is a"
            + " text and not an object",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':null}}|Statement.Condition|is"
            + " null and not an object",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':{'Bool':[]}}}|Statement.Condition.Bool|is"
            + " a list and not an object",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':{'Bool':{'aws:x':null}}}}|Statement.Condition.Bool.aws:x|is"
            + " null and not a text, a number or a boolean",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':{'Bool':{'aws:x':[{}]}}}}|Statement.Condition.Bool.aws:x[0]|is"
            + " an object and not a text, a number or a boolean",
        "{'Statement':{'Effect':'Allow','effect':'Deny','Action':'a:b'}}|Statement.effect|stands"
            + " twice, in different letter case and with different values",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Principal':{'AWS':'*','Aws':'111122223333'}}}|Statement.Principal.Aws|stands"
            + " twice, in different letter case and with different values",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Condition':{'Bool':{'aws:X':'1','aws:x':'2'}}}}|Statement.Condition.Bool.aws:x|stands"
            + " twice, in different letter case and with different values",
      })
  void a_field_that_cannot_be_understood_is_named(String document, String path, String what) {
    Document.Broken broken = new Document.Broken(path, what);

    assertThat(read(document)).isEqualTo(broken);
    assertThat(PolicyDocument.read(json(document.startsWith("'") ? "'{'" : document)))
        .as("the same as an object")
        .isEqualTo(document.startsWith("'") ? brokenText() : broken);
  }

  private static Document.Broken brokenText() {
    return (Document.Broken) read("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{'Statement':[}",
        "no json",
        "{} {}",
        "{'Statement':[],'Statement':{}}",
        "{'a':'\u0007'}",
        "%7",
        "%257B%257D",
        "%7B'a':'%00'%7D"
      })
  void what_is_no_json_is_broken_as_a_whole(String text) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            Document.Broken.class,
            broken -> {
              assertThat(broken.path()).isEmpty();
              assertThat(broken.what()).startsWith("is no JSON: ").doesNotContain("\n");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%7B%zz%7D|is percent-encoded, and two hexadecimal digits are missing after a %",
        "%7B%2|is percent-encoded, and two hexadecimal digits are missing after a %",
        "%7B%|is percent-encoded, and two hexadecimal digits are missing after a %",
        "%7B%C3%28%7D|is percent-encoded, and the decoded bytes are not UTF-8",
        "HIDDEN_DUE_TO_SECURITY_REASONS|was hidden by CloudTrail",
      })
  void what_cannot_be_decoded_is_broken_as_a_whole(String text, String what) {
    assertThat(read(text)).isEqualTo(new Document.Broken("", what));
  }

  @Test
  void a_missing_parameter_is_broken() {
    assertThat(PolicyDocument.read(Json.absent())).isEqualTo(new Document.Broken("", "is missing"));
    assertThat(PolicyDocument.read(new Json.Null()))
        .isEqualTo(new Document.Broken("", "is null and not an object"));
  }

  @Test
  void a_key_twice_says_which() {
    assertThat(read("{'Statement':{'Effect':'Deny','Effect':'Allow'}}"))
        .isEqualTo(
            new Document.Broken(
                "", "is no JSON: the key \"Effect\" stands twice with different values"));
  }

  @Test
  void names_that_somebody_chose_cannot_break_the_line_or_fill_the_page() {
    String name = "x\\u2028\\r\\n\\u202Ey" + "z".repeat(500);

    assertThat(
            read(
                "{'Statement':{'Effect':'A','Action':'a:b','Condition':{'%s':0}}}"
                    .formatted(name)
                    .replace("'A'", "'Allow'")))
        .isEqualTo(
            new Document.Broken(
                "Statement.Condition.x     y".replace("     ", "    ") + "z".repeat(114) + "…",
                "is a number and not an object"));
  }

  @Test
  void what_lies_deeper_than_the_reader_goes_is_broken() {
    assertThat(read("[".repeat(100_000))).isInstanceOf(Document.Broken.class);
    assertThat(read("{'Statement':" + "[".repeat(400) + "]".repeat(400) + "}"))
        .isEqualTo(new Document.Broken("Statement[0]", "is a list and not an object"));
  }
}
