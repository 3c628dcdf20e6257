package za.lexohub.benchmarks.crash;

/**
 * What a run without a violation went through.
 *
 * @param lostReplies dropped between PostgreSQL and the application, after the server had committed
 * @param sentAgain requests repeated with the same key, whatever the cause
 * @param applicationAway the longest time from a kill of the application to the next answer,
 *     seconds
 * @param postgresAway the same for PostgreSQL
 */
public record Outcome(
    int applicationKills,
    int postgresKills,
    int fullDisks,
    int lostReplies,
    long acknowledged,
    long sentAgain,
    long events,
    double applicationAway,
    double postgresAway) {}
