package rolecall.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.doctor.Looked;
import rolecall.doctor.Stack;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Reads a stack with its parts. */
final class AccountStacks {
  private final AccountClients clients;

  AccountStacks(AccountClients clients) {
    this.clients = clients;
  }

  Looked<Stack> stack(String name) {
    Looked<Optional<software.amazon.awssdk.services.cloudformation.model.Stack>> found =
        AccountAnswer.of("cloudformation:DescribeStacks", () -> described(name));
    return switch (found) {
      case Looked.Missing<?> _ -> new Looked.Missing<>();
      case Looked.Unseen<?>(String why, String fix, boolean hopeless) ->
          new Looked.Unseen<>(why, fix, hopeless);
      case Looked.Seen<Optional<software.amazon.awssdk.services.cloudformation.model.Stack>>(
              var stack) ->
          stack.isEmpty() ? new Looked.Missing<>() : withParts(stack.get());
    };
  }

  /** CloudFormation has no code of its own for a stack that is not there. */
  private Optional<software.amazon.awssdk.services.cloudformation.model.Stack> described(
      String name) {
    try {
      return clients.stacks().describeStacks(request -> request.stackName(name)).stacks().stream()
          .findFirst();
    } catch (CloudFormationException failed) {
      if (AwsFailure.of(failed).code().equals("ValidationError")
          && AwsFailure.message(failed).endsWith("does not exist")) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private Looked<Stack> withParts(
      software.amazon.awssdk.services.cloudformation.model.Stack stack) {
    Looked<List<Stack.Part>> parts =
        AccountAnswer.of("cloudformation:ListStackResources", () -> parts(stack.stackId()));
    Map<String, String> parameters = new HashMap<>();
    stack
        .parameters()
        .forEach(parameter -> {
          if (parameter.parameterKey() != null && parameter.parameterValue() != null) {
            parameters.put(parameter.parameterKey(), parameter.parameterValue());
          }
        });
    return parts.map(all ->
        new Stack(
            stack.stackName(), stack.stackId(), stack.stackStatusAsString(), parameters, all));
  }

  private List<Stack.Part> parts(String id) {
    List<Stack.Part> parts = new ArrayList<>();
    for (StackResourceSummary part :
        clients
            .stacks()
            .listStackResourcesPaginator(request -> request.stackName(id))
            .stackResourceSummaries()) {
      if (part.physicalResourceId() != null
          && !"DELETE_COMPLETE".equals(part.resourceStatusAsString())) {
        parts.add(
            new Stack.Part(
                part.logicalResourceId(), part.resourceType(), part.physicalResourceId()));
      }
    }
    return parts;
  }
}
