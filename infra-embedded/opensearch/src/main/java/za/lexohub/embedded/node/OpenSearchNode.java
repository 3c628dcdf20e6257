package za.lexohub.embedded.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A single OpenSearch node that keeps its data below a home folder and answers HTTP on 127.0.0.1.
 *
 * <p>OpenSearch's own start script unpacks a distribution and refuses root; a node built from the
 * published jars needs neither.
 */
public final class OpenSearchNode extends Node {

  private OpenSearchNode(Settings settings) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "embedded"),
        List.of(
            module(Netty4ModulePlugin.class),
            module(CommonAnalysisModulePlugin.class),
            module(ReindexModulePlugin.class),
            module(PainlessModulePlugin.class),
            module(MapperExtrasModulePlugin.class)),
        false);
  }

  /** Runs a node until the JVM is told to end. Takes the home folder and the HTTP port. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(home.resolve("config"));
    Node node = new OpenSearchNode(settings(home, arguments[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
    new CountDownLatch(1).await();
  }

  private static Settings settings(Path home, String port) {
    return Settings.builder()
        .put("path.home", home)
        .put("path.data", home.resolve("data"))
        .put("path.logs", home.resolve("logs"))
        .put("cluster.name", "lexohub-embedded")
        .put("node.name", "embedded")
        .put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1")
        .put("http.port", port)
        .put("transport.port", "0")
        .put("http.type", "netty4")
        .put("transport.type", "netty4")
        // A laptop's disk is often more than 85 % full; a single node has nowhere to move shards
        // to.
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        // A misspelt index name must be an error, as it is in production.
        .put("action.auto_create_index", false)
        .build();
  }

  private static PluginInfo module(Class<? extends Plugin> type) {
    return new PluginInfo(
        type.getName(),
        "on the class path",
        "NA",
        Version.CURRENT,
        "21",
        type.getName(),
        null,
        List.of(),
        false);
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException closingAnyway) {
      System.err.println("The node did not close cleanly: " + closingAnyway);
    }
  }
}
