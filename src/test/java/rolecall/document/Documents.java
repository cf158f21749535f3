package rolecall.document;

import java.util.List;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/** Documents for tests, in JSON with apostrophes for quotes. */
final class Documents {
  static final String OWN = "111122223333";

  static final PublicProviders PUBLIC =
      PublicProviders.of(
          List.of(
              "token.actions.githubusercontent.com sub",
              "gitlab.com subject",
              "app.terraform.io sub",
              "accounts.google.com aud sub",
              "cognito-identity.amazonaws.com audience, subject",
              "graph.facebook.com aud sub",
              "www.amazon.com aud sub"));

  private Documents() {}

  static Document read(String apostrophes) {
    return PolicyDocument.read(new Json.Str(apostrophes.replace('\'', '"')));
  }

  static Json json(String apostrophes) {
    try {
      return JsonReader.read(apostrophes.replace('\'', '"'));
    } catch (UnreadableJson unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static PolicyDocument document(String apostrophes) {
    return switch (read(apostrophes)) {
      case Document.Understood(PolicyDocument policy) -> policy;
      case Document.Broken broken -> throw new AssertionError(broken);
    };
  }

  /** A document of the given statements, each without its braces. */
  static PolicyDocument statements(String... statements) {
    return document("{'Statement':[{" + String.join("},{", statements) + "}]}");
  }

  static Trust trust(String... statements) {
    return TrustMeaning.of(statements(statements), Optional.of(OWN), PUBLIC);
  }

  /** What it means to let somebody take the role. */
  static Trust admitting(String principal) {
    return trust("'Effect':'Allow','Action':'sts:AssumeRole','Principal':" + principal);
  }

  /** What it means to let somebody take the role on conditions. */
  static Trust admitting(String principal, String conditions) {
    return trust(
        "'Effect':'Allow','Action':'sts:AssumeRole','Principal':%s,'Condition':%s"
            .formatted(principal, conditions));
  }
}
