package rolecall.document;

import java.util.List;

/** What a condition on a claim of an identity provider lets through. Stateless. */
final class ClaimValue {
  /** Subjects of strangers at the providers where everybody may have an account. */
  private static final List<String> STRANGERS =
      List.of(
          "repo:q7-z9/q7-z9:ref:refs/heads/q7-z9",
          "repo:q7-z9/q7-z9:pull_request",
          "project_path:q7-z9/q7-z9:ref_type:branch:ref:q7-z9",
          "organization:q7-z9:project:q7-z9:workspace:q7-z9:run_phase:apply");

  private ClaimValue() {}

  /**
   * Whether a value leaves anybody out. The first thing that it names must not be open: {@code *}
   * and {@code repo:*} let through every repository there is, and so does {@code
   * repo:*:ref:refs/heads/main}.
   */
  static boolean meansSomebody(String value) {
    return !value.isBlank()
        && !value.contains("${")
        && !Glob.isOnlyWildcards(firstName(value))
        && STRANGERS.stream().noneMatch(stranger -> Glob.matches(value, stranger));
  }

  /** Who stands first in a subject, the label before it left out: {@code repo:WHO/…:…}. */
  private static String firstName(String value) {
    String[] parts = value.split("[:/]", 3);
    boolean labelled =
        parts.length > 1 && !Glob.hasWildcard(parts[0]) && value.charAt(parts[0].length()) == ':';
    return labelled ? parts[1] : parts[0];
  }
}
