package za.lexohub.processes.storage;

/**
 * A rendered paper and what it was rendered with.
 *
 * @param templateHash content hash of template and fonts
 */
public record Rendering(byte[] content, String templateHash, String rendererVersion) {}
