package rolecall.document;

import java.util.List;
import rolecall.json.Json;

/**
 * A policy document: trust, permissions or resource policy.
 *
 * @param statements in the document's order
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     AWS: grammar</a>
 */
public record PolicyDocument(List<Statement> statements) {
  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a request parameter as CloudTrail has it: a string that holds the document, plain or
   * percent-encoded, or the document as an object, which S3 writes for a bucket policy.
   *
   * <p>Element names, kinds of principal and condition operators are read in any letter case. IAM
   * itself refuses all but one spelling ({@code Unknown field statement}, {@code Invalid Condition
   * type : stringEquals}), so this can only ever find more in a document that AWS took.
   */
  public static Document read(Json value) {
    try {
      return new Document.Understood(DocumentReader.read(DocumentText.root(value)));
    } catch (Misread misread) {
      return new Document.Broken(misread.path(), misread.what());
    }
  }
}
