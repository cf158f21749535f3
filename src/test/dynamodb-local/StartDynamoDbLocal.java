import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * Runs DynamoDB Local in memory, on a free port of the loopback address, and prints the port. Its
 * own starter takes neither: it listens to every network. Ends when standard input does, so that it
 * never outlives the tests. Run from its source by {@code rolecall.aws.LocalDynamoDb}.
 */
class StartDynamoDbLocal {
  public static void main(String[] arguments) throws Exception {
    LocalDynamoDBRequestHandler tables =
        new LocalDynamoDBRequestHandler(0, true, null, true, false);
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(tables, null), "/"));
    server.start();
    System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    while (System.in.read() >= 0) {
      // The tests are still running.
    }
    System.exit(0);
  }
}
