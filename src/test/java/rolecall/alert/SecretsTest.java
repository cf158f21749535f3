package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

class SecretsTest {
  private static final String SHOWN = "\"REDACTED by Rolecall\"";
  private static final String WEB_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJleGFtcGxlIn0.EXAMPLE";
  private static final String STS_TOKEN = "FwoGZXIvYXdzEXAMPLE//////////wEaDEXAMPLE0123456789+abc=";

  private static String hidden(String json) {
    try {
      return CompactJson.write(Secrets.hide((Json.Obj) JsonReader.read(json)));
    } catch (UnreadableJson broken) {
      throw new AssertionError(json, broken);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessionToken",
        "SESSIONTOKEN",
        "session_token",
        "X-Amz-Security-Token",
        "secretAccessKey",
        "token",
        "webIdentityToken",
        "SAMLAssertion",
        "samlResponse",
        "password",
        "newPassword",
        "clientSecret",
        "Authorization",
        "privateKey",
        "joinToken",
        "code",
        "tokenCode"
      })
  void what_stands_under_the_name_of_a_secret_is_hidden_whole(String name) {
    assertThat(hidden("{\"" + name + "\":\"x\"}")).isEqualTo("{\"" + name + "\":" + SHOWN + "}");
    assertThat(hidden("{\"" + name + "\":[{\"a\":1}]}"))
        .isEqualTo("{\"" + name + "\":" + SHOWN + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accessKeyId\":\"ASIAEXAMPLE000000002\"}",
        "{\"nextToken\":\"abc\",\"clientRequestToken\":\"abc\"}",
        "{\"subjectFromWebIdentityToken\":\"repo:example/app\",\"webIdentityTokenId\":\"1\"}",
        "{\"sAMLAssertionID\":\"_1\",\"passwordResetRequired\":true,\"minimumPasswordLength\":14}",
        "{\"token\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"password\":null,\"sessionToken\":\"\"}",
        "{\"roleSessionName\":\"token=dana\",\"userName\":\"eyJhbGciOiJI.eyJzdWIiOiJ4.abcdefgh\"}",
        "{\"policyDocument\":\"{\\\"Version\\\": \\\"2012-10-17\\\"}\"}",
        "{\"errorMessage\":\"The security token included in the request is invalid.\"}",
        "{\"tags\":[{\"key\":\"team\",\"value\":\"voice\"}]}",
        "{\"number\":1e400}"
      })
  void what_is_no_secret_stays_as_it_is(String record) {
    assertThat(hidden(record)).isEqualTo(record);
  }

  @Test
  void of_credentials_only_the_secret_members_are_hidden() {
    assertThat(
            hidden(
                """
                {"credentials":{"accessKeyId":"ASIAEXAMPLE000000002","sessionToken":"t",\
                "expiration":"Mar 2, 2026, 10:10:00 AM"}}\
                """))
        .isEqualTo(
            """
            {"credentials":{"accessKeyId":"ASIAEXAMPLE000000002",\
            "sessionToken":"REDACTED by Rolecall","expiration":"Mar 2, 2026, 10:10:00 AM"}}\
            """);
  }

  @Test
  void an_entry_of_a_list_is_hidden_by_the_name_beside_it() {
    assertThat(
            hidden(
                "{\"headers\":[{\"name\":\"Authorization\",\"value\":\"x\"},"
                    + "{\"Key\":\"db-password\",\"Value\":\"x\"},{\"name\":\"n\",\"value\":\"x\"}]}"))
        .isEqualTo(
            "{\"headers\":[{\"name\":\"Authorization\",\"value\":"
                + SHOWN
                + "},{\"Key\":\"db-password\",\"Value\":"
                + SHOWN
                + "},{\"name\":\"n\",\"value\":\"x\"}]}");
  }

  @Test
  void json_inside_of_a_text_is_looked_through_however_deep() {
    String text = "{\"a\":{\"sessionToken\":\"x\"}}";
    for (int i = 0; i < 4; i++) {
      text = CompactJson.write(new Json.Obj(Map.of("body", new Json.Str(text))));
    }
    assertThat(hidden(text)).doesNotContain("\"x").contains("REDACTED by Rolecall");
  }

  @Test
  void what_lies_too_deep_is_hidden_whole() {
    String deep = "[".repeat(300) + "\"x\"" + "]".repeat(300);
    assertThat(hidden("{\"a\":" + deep + "}")).doesNotContain("\"x\"").contains(SHOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WEB_TOKEN,
        STS_TOKEN,
        "a text with " + STS_TOKEN + " in it",
        "https://s3.example.com/?X-Amz-Security-Token=EXAMPLESECRET&X-Amz-Date=20260302",
        "https%3A%2F%2Fexample.com%2F%3FX-Amz-Signature%3DEXAMPLESECRET",
        "curl -H 'Authorization: Bearer EXAMPLESECRET'",
        "Authorization: AWS4-HMAC-SHA256 Credential=A, Signature=EXAMPLESECRET",
        "https://user:EXAMPLESECRET@example.com/",
        "{\"cut\":1,\"sessionToken\":\"EXAMPLESECRET",
        "{\\\"cut\\\":1,\\\"password\\\":\\\"EXAMPLESECRET\\\"",
        "-----BEGIN RSA PRIVATE KEY-----\nEXAMPLESECRET\n-----END RSA PRIVATE KEY-----",
        "grant_type=x&client_secret=EXAMPLESECRET&scope=y",
        "<samlp:Response xmlns=\"urn:oasis:names:tc:SAML:2.0:protocol\">EXAMPLESECRET</x>",
        "PHNhbWxwOlJlc3BvbnNlEXAMPLESECRET"
      })
  void a_secret_inside_of_a_text_under_another_name_is_hidden(String text) {
    Json.Obj record = new Json.Obj(Map.of("note", new Json.Str(text)));
    assertThat(CompactJson.write(Secrets.hide(record)))
        .contains("REDACTED by Rolecall")
        .doesNotContain("EXAMPLESECRET", WEB_TOKEN, STS_TOKEN);
  }

  @Test
  void a_long_random_text_is_taken_for_a_token_and_a_long_path_is_not() {
    String random = "Zx9Qw8Er7Ty6Ui5Op4As3Df2Gh1".repeat(5);
    String arn = "arn:aws:iam::111122223333:role/" + random + "/ChimeAdmin";
    assertThat(hidden("{\"a\":\"" + random + "\"}")).isEqualTo("{\"a\":" + SHOWN + "}");
    assertThat(hidden("{\"roleArn\":\"" + arn + "\"}")).contains(arn);
  }

  @Test
  void long_texts_take_no_long_time() {
    for (String part : List.of("a", "eyJ", "a1", "token", "://a:", "=", "\\", "FwoGZXIvYXdz")) {
      Json.Obj record =
          new Json.Obj(Map.of("note", new Json.Str(part.repeat(200_000 / part.length()))));
      assertThat(Secrets.hide(record).members()).containsOnlyKeys("note");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requestParameters.password: wanted \"a\", found \"b c\"|"
            + "requestParameters.password: REDACTED by Rolecall",
        "held requestParameters.clientSecret: found \"b\"|"
            + "held requestParameters.clientSecret: REDACTED by Rolecall",
        "session.name: wanted \"a\", found \"b\"|session.name: wanted \"a\", found \"b\"",
        "userAgent: found \"x password=hunter2\"|"
            + "userAgent: found \"x password=REDACTED by Rolecall\"",
        "no colon|no colon"
      })
  void an_explanation_gives_no_secret_away(String line, String shown) {
    assertThat(SecretText.hideInExplanation(line)).isEqualTo(shown);
  }
}
