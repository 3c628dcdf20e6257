package za.lexohub.processes.storage;

/**
 * What lies under a key: the rendering that was put there first.
 *
 * @param sha256 hex, of the paper itself, however it is kept
 * @param size in bytes
 */
public record StoredRendering(
    String key, String sha256, long size, String templateHash, String rendererVersion) {}
