/**
 * What an IAM policy document means, whatever way it is written.
 *
 * <p>{@link rolecall.document.PolicyDocument#read} takes a request parameter and answers with
 * statements or with the field that cannot be understood. {@link rolecall.document.TrustMeaning},
 * {@link rolecall.document.Permissions} and {@link rolecall.document.ResourcePolicy} say whom or
 * what they admit. Nothing here knows which event a document came from, what people allowed, or how
 * anything is told. Everything here is stateless or immutable.
 *
 * <p>Doubt goes one way: a condition counts as narrowing only when it surely is, and a Deny never
 * makes an Allow innocent. To know what a Deny leaves of an Allow takes AWS's whole evaluation of a
 * request, and a mistake there would hide an open role.
 */
package rolecall.document;
