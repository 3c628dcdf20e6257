package za.lexohub.readmodels.position;

/**
 * What the node that runs a segment says of it.
 *
 * @param position it has applied every event up to this one
 * @param rate positions a second, over the last few seconds
 * @param replaying reads again what it has read before
 * @param kind of its group
 */
public record SegmentProgress(
    int segment, long position, double rate, boolean replaying, String kind) {}
