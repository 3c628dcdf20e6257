/** The S3 store that holds the documents. */
@NullMarked
package za.lexohub.embedded.s3;

import org.jspecify.annotations.NullMarked;
