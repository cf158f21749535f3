package rolecall.record;

import java.util.Map;
import java.util.Optional;
import rolecall.document.Document;
import rolecall.document.Permissions;
import rolecall.document.PolicyDocument;
import rolecall.document.ResourcePolicy;
import rolecall.document.Trust;
import rolecall.document.TrustMeaning;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * What the policy documents in a request mean: the facts {@code trust}, {@code grants} and {@code
 * resourcePolicy}. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">AWS:
 *     grammar of the IAM policy language</a>
 */
final class RequestDocuments {
  private static final String REQUEST = "requestParameters.";

  private RequestDocuments() {}

  /** Where a document stands, and which group of facts it makes. */
  private record Place(String group, String path, Json value) {}

  /**
   * @param ownAccount the role's account, else the one whose copy of the event this is
   */
  static void read(
      TrailRecord record, Optional<String> ownAccount, Known known, Members facts, Doubts doubts) {
    Optional<Place> place = place(record);
    place.ifPresent(p -> read(p, ownAccount, known, facts, doubts));
    neededGroup(record)
        .filter(_ -> isUntold(record))
        .ifPresent(group -> doubts.add("requestParameters", "tells nothing", group));
    lambdaPermission(record).ifPresent(policy -> facts.value("resourcePolicy", json(policy)));
    attachedOfAws(record)
        .ifPresent(name -> facts.value("grants", new Members().text("awsPolicy", name).build()));
  }

  /** The name of a policy that AWS itself keeps; customers may give theirs the same name. */
  private static Optional<String> attachedOfAws(TrailRecord record) {
    boolean attaches =
        record.service().equals("iam")
            && switch (record.eventName()) {
              case "AttachRolePolicy", "AttachUserPolicy", "AttachGroupPolicy" -> true;
              default -> false;
            };
    return Optional.of(record.request().getAnyCase("policyArn"))
        .filter(_ -> attaches)
        .flatMap(Json::toldText)
        .flatMap(Arn::parse)
        .filter(arn -> arn.account().equals("aws"))
        .map(Arn::lastSegment);
  }

  /** Whether a call was done that CloudTrail tells nothing about. */
  private static boolean isUntold(TrailRecord record) {
    Json request = record.request();
    return (request.isNothing() || request.equals(new Json.Obj(Map.of())))
        && Outcome.of(record) == Outcome.SUCCESS;
  }

  /** Which facts IAM's documents make, without which IAM takes no such call. */
  private static Optional<String> neededGroup(TrailRecord record) {
    return switch (record.service() + ":" + record.eventName()) {
      case "iam:CreateRole", "iam:UpdateAssumeRolePolicy" -> Optional.of("trust");
      case "iam:PutRolePolicy",
          "iam:PutUserPolicy",
          "iam:PutGroupPolicy",
          "iam:CreatePolicy",
          "iam:CreatePolicyVersion" ->
          Optional.of("grants");
      case "s3:PutBucketPolicy" -> Optional.of("resourcePolicy");
      default -> Optional.empty();
    };
  }

  private static void read(
      Place place, Optional<String> ownAccount, Known known, Members facts, Doubts doubts) {
    switch (PolicyDocument.read(place.value())) {
      case Document.Understood(PolicyDocument document) ->
          facts.value(place.group(), meaning(place.group(), document, ownAccount, known));
      case Document.Broken(String path, String what) ->
          doubts.add(
              path.isEmpty() ? place.path() : place.path() + "." + path, what, place.group());
    }
  }

  private static Json.Obj meaning(
      String group, PolicyDocument document, Optional<String> ownAccount, Known known) {
    return switch (group) {
      case "trust" -> json(TrustMeaning.of(document, ownAccount, known.publicProviders()));
      case "grants" -> json(Permissions.of(document, ChimeOperations.actions()));
      default -> json(ResourcePolicy.of(document));
    };
  }

  private static Optional<Place> place(TrailRecord record) {
    Json request = record.request();
    return switch (record.service()) {
      case "iam" -> ofIam(record.eventName(), request);
      case "s3" ->
          record.eventName().equals("PutBucketPolicy")
              ? document("resourcePolicy", "bucketPolicy", request)
              : Optional.empty();
      case "sns", "sqs" -> ofQueueOrTopic(record.eventName(), request);
      default -> Optional.empty();
    };
  }

  private static Optional<Place> ofIam(String eventName, Json request) {
    return switch (eventName) {
      case "CreateRole" -> document("trust", "assumeRolePolicyDocument", request);
      case "UpdateAssumeRolePolicy" -> document("trust", "policyDocument", request);
      case "PutRolePolicy",
          "PutUserPolicy",
          "PutGroupPolicy",
          "CreatePolicy",
          "CreatePolicyVersion" ->
          document("grants", "policyDocument", request);
      default -> Optional.empty();
    };
  }

  private static Optional<Place> ofQueueOrTopic(String eventName, Json request) {
    return switch (eventName) {
      case "SetTopicAttributes" ->
          request.getAnyCase("attributeName").text().filter("Policy"::equals).isPresent()
              ? document("resourcePolicy", "attributeValue", request)
              : Optional.empty();
      case "CreateTopic", "CreateQueue", "SetQueueAttributes" ->
          document("resourcePolicy", "Policy", request.getAnyCase("attributes"))
              .map(p -> new Place(p.group(), REQUEST + "attributes.Policy", p.value()));
      default -> Optional.empty();
    };
  }

  private static Optional<Place> document(String group, String name, Json request) {
    Json value = request.getAnyCase(name);
    boolean isReset = value.text().filter(String::isEmpty).isPresent() && !isOfIam(group);
    return value.isNothing() || isReset
        ? Optional.empty()
        : Optional.of(new Place(group, REQUEST + name, value));
  }

  /** A resource's policy may be taken away by an empty one; IAM's documents may not be empty. */
  private static boolean isOfIam(String group) {
    return !group.equals("resourcePolicy");
  }

  private static Optional<ResourcePolicy> lambdaPermission(TrailRecord record) {
    if (!record.service().equals("lambda") || !record.eventName().startsWith("AddPermission")) {
      return Optional.empty();
    }
    Json request = record.request();
    return request
        .getAnyCase("principal")
        .filledText()
        .map(principal ->
            ResourcePolicy.ofLambdaPermission(
                principal,
                request.getAnyCase("sourceArn").filledText(),
                request.getAnyCase("sourceAccount").filledText()));
  }

  private static Json.Obj json(Trust trust) {
    return new Members()
        .truth("anyone", trust.anyone())
        .texts("accounts", trust.accounts())
        .texts("otherAccounts", trust.otherAccounts())
        .texts("services", trust.services())
        .texts("unguardedServices", trust.unguardedServices())
        .texts("providers", trust.providers())
        .texts("conditions", trust.conditions())
        .texts("admits", trust.admits())
        .build();
  }

  private static Json.Obj json(Permissions permissions) {
    return new Members()
        .text("chime", permissions.chime().word())
        .texts("actions", permissions.chimeActions())
        .truth("tagScoped", permissions.tagScoped())
        .build();
  }

  private static Json.Obj json(ResourcePolicy policy) {
    return new Members()
        .texts("services", policy.services())
        .texts("unguardedServices", policy.unguardedServices())
        .build();
  }
}
