/** The SQS queues that carry work to the workers, each with its dead-letter queue. */
@NullMarked
package za.lexohub.embedded.sqs;

import org.jspecify.annotations.NullMarked;
